"""One module for each verb, with its work; the entry imports it by the name of the verb."""
