"""The charts of the dashboard, drawn by matplotlib and made to fit the page: its colours, its fonts, its content policy."""
