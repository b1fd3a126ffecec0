/* Who is meant by a choice: States of a set, or those that were named. */
#include "paz-cross-private.h"

static gboolean
is_flagged (PazRecord  *record,
            const char *field)
{
  GVariant *value = paz_record_get_value (record, paz_kind_find_field (paz_record_get_kind (record), field));

  return value != NULL && g_variant_get_boolean (value);
}

static gboolean
is_in_set (PazRecord          *state,
           const char         *set,
           const char * const *signatories)
{
  if (g_str_equal (set, "signatories"))
    return signatories != NULL && g_strv_contains (signatories, paz_record_get_text (state, "code"));
  if (g_str_equal (set, "alcopaz"))
    return is_flagged (state, "alcopaz_member");

  return g_str_equal (set, "region") || g_strcmp0 (paz_record_get_text (state, "subregion"), set) == 0;
}

char **
paz_cross_list_codes (PazFigures             *figures,
                      const PazFiguresChoice *choice,
                      const char * const     *signatories)
{
  GPtrArray *participants = paz_figures_get_participants (figures);
  GPtrArray *codes;

  if (choice->contributors != NULL)
    return g_strdupv (choice->contributors);
  if (g_str_equal (choice->set, "world"))
    return NULL;
  codes = g_ptr_array_new ();
  for (guint i = 0; i < participants->len; i++)
    {
      PazRecord *record = g_ptr_array_index (participants, i);
      const char *code = paz_record_get_text (record, "code");

      if (code != NULL && paz_figures_is_region (figures, code) && is_in_set (record, choice->set, signatories))
        g_ptr_array_add (codes, g_strdup (code));
    }
  g_ptr_array_add (codes, NULL);

  return (char **) g_ptr_array_free (codes, FALSE);
}

char **
paz_figures_list_signatories (PazStore          *store,
                              const PazAudience *audience,
                              PazLevel          *level)
{
  const PazKind *kind = paz_kind_find ("membership");
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  if (level != NULL)
    *level = PAZ_LEVEL_PUBLIC;
  paz_query_add_condition (query, paz_kind_find_field (kind, "standing"), PAZ_MATCH_IS, "signatory");
  records = paz_store_list_records (store, query, NULL);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      PazRecord *record = g_ptr_array_index (records, i);
      g_autoptr (PazRecord) state = paz_store_dup_record (store, paz_record_get_container (record), NULL);

      if (state == NULL || paz_record_get_text (state, "code") == NULL ||
          (audience != NULL && !paz_release_may_see (paz_record_get_level (record), paz_record_get_list (record),
                                                     paz_record_get_owner (record), paz_record_get_owner (record),
                                                     audience)))
        continue;
      g_strv_builder_add (codes, paz_record_get_text (state, "code"));
      if (level != NULL)
        *level = MAX (*level, paz_record_get_level (record));
    }

  return g_strv_builder_end (codes);
}

PazLevel
paz_cross_get_level (const PazCross *self,
                     PazFigures     *figures,
                     PazLevel        signatories)
{
  gboolean of_signatories = self->choice->contributors == NULL && g_str_equal (self->choice->set, "signatories");

  return MAX (paz_figures_get_level (figures), of_signatories ? signatories : PAZ_LEVEL_PUBLIC);
}
