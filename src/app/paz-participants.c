#include "paz-participants.h"

#include "paz-words.h"

GPtrArray *
paz_participants_list (PazStore       *store,
                       const char     *none,
                       GtkStringList **names)
{
  const PazKind *kind = paz_kind_find ("participant");
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);

  *names = gtk_string_list_new (NULL);
  if (none != NULL)
    gtk_string_list_append (*names, none);

  paz_query_set_language (query, paz_words_get_language ());
  paz_query_add_order (query, paz_kind_find_field (kind, "name"), FALSE);
  records = paz_store_list_records (store, query, NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      PazRecord *record = g_ptr_array_index (records, i);
      const char *code = paz_record_get_text (record, "code");
      const char *name = paz_record_get_words (record, "name", paz_words_get_language ());

      if (code == NULL)
        continue;
      g_ptr_array_add (codes, g_strdup (code));
      gtk_string_list_append (*names, name != NULL ? name : code);
    }

  return codes;
}

guint
paz_participants_find (GPtrArray  *codes,
                       gboolean    has_none,
                       const char *code)
{
  guint position;

  if (code != NULL &&
      g_ptr_array_find_with_equal_func (codes, code, g_str_equal, &position))
    return position + (has_none ? 1 : 0);

  return 0;
}
