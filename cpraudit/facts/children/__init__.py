"""The index children: who they are, and what the report tells of their days."""
