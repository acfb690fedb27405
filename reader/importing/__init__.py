"""Printed pages, as text or as PDF, to a draft issue: what is found is told with how sure it is; nothing is lost."""
