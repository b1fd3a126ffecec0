/* The way from a number to the records it counts: their list, filtered. */
#include "paz-window-private.h"

#include "paz-list-page.h"

void
paz_window_show_records (PazWindow  *self,
                         const char *target)
{
  g_auto (GStrv) lines = g_strsplit (target, "\n", -1);
  g_autofree char *page = g_strconcat ("kind:", lines[0], NULL);

  g_return_if_fail (paz_kind_find (lines[0]) != NULL);
  paz_window_show_page (self, page);
  if (PAZ_IS_LIST_PAGE (paz_window_get_page (self)))
    paz_list_page_show (PAZ_LIST_PAGE (paz_window_get_page (self)), (const char * const *) lines + 1);
}
