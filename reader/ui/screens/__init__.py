"""The screens: each puts widgets together and turns commands into changes of state."""
