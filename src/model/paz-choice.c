#include "model/paz-kind.h"

#include <string.h>

typedef struct
{
  const char *key;
  const char *label;
} Word;

/* How the tables say it, in words; what is not here counts as seen. */
static const Word checks[] = {
  { "recall", NC_("code list", "Not checked, from general knowledge") },
  { "unofficial", NC_("code list", "Names in Spanish and Portuguese are unofficial translations") },
  { NULL }
};

static const Word groups[] = {
  { "military", NC_("code list", "Military") },
  { "air", NC_("code list", "Air") },
  { "maritime", NC_("code list", "Maritime") },
  { "medical", NC_("code list", "Medical") },
  { "police", NC_("code list", "Police") },
  { "civil", NC_("code list", "Civil") },
  { "civilian", NC_("code list", "Civilian") },
  { "mowip", NC_("code list", "Ten areas of the MOWIP methodology") },
  { "elsie6", NC_("code list", "Six categories of the Elsie baseline study") },
  { "ury_elsie", NC_("code list", "Barriers of the Elsie project of Uruguay") },
  { "a4p_2018_area", NC_("code list", "Areas of Action for Peacekeeping (2018)") },
  { "a4p_2021_priority", NC_("code list", "Priorities of Action for Peacekeeping Plus (2021)") },
  { "a4p_cross_cutting_theme", NC_("code list", "Cross-cutting themes of Action for Peacekeeping Plus") },
  { NULL }
};

static const char *
find_word (const Word   *words,
           const char   *key,
           PazCatalogue *catalogue)
{
  for (const Word *word = words; key != NULL && word->key != NULL; word++)
    if (strcmp (word->key, key) == 0)
      return paz_catalogue_ptext (catalogue, "code list", word->label);

  return NULL;
}

const char *
paz_choice_get_label (const PazChoice *choice,
                      const char      *context,
                      PazCatalogue    *catalogue)
{
  const char *name;

  g_return_val_if_fail (choice != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);

  name = choice->names[paz_catalogue_get_language (catalogue)];

  return name != NULL ? name : paz_catalogue_ptext (catalogue, context, choice->label);
}

const char *
paz_choice_get_note (const PazChoice *choice,
                     PazCatalogue    *catalogue)
{
  const char *note;

  g_return_val_if_fail (choice != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);

  note = choice->notes[paz_catalogue_get_language (catalogue)];

  return note != NULL ? note : choice->notes[PAZ_LANGUAGE_EN];
}

gboolean
paz_choice_is_checked (const PazChoice *choice)
{
  g_return_val_if_fail (choice != NULL, FALSE);

  return choice->check == NULL || strcmp (choice->check, "seen") == 0;
}

const char *
paz_choice_get_check_label (const PazChoice *choice,
                            PazCatalogue    *catalogue)
{
  g_return_val_if_fail (choice != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);

  return find_word (checks, choice->check, catalogue);
}

const char *
paz_choice_get_group_label (const PazChoice *choice,
                            PazCatalogue    *catalogue)
{
  g_return_val_if_fail (choice != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);

  return find_word (groups, choice->group, catalogue);
}
