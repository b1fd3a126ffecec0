#include "paz-commands.h"

#include "paz-words.h"

#include "base/paz-text.h"

/* The names of the menu and the sidebar. */
typedef struct
{
  const char *context;   /* NULL: none */
  const char *name;
  const char *icon_name;
  const char *action;
  const char *target;
  gboolean    writes;
} Entry;

static const Entry pages[] = {
  { "page", NC_("page", "Overview"), "go-home-symbolic", "win.show-page", "overview", FALSE },
  { "page", NC_("page", "Figures"), "view-grid-symbolic", "win.show-page", "figures", FALSE },
  { "page", NC_("page", "Map"), "mark-location-symbolic", "win.show-page", "map", FALSE },
  { "page", NC_("page", "Contributions"), "view-list-symbolic", "win.show-page", "contributions", FALSE },
  { "page", NC_("page", "Country Profile"), "contact-new-symbolic", "win.show-page", "profile", FALSE },
  { "page", NC_("page", "Fatalities in Figures"), "emblem-important-symbolic", "win.show-page", "fatalities", FALSE },
  { "page", NC_("page", "Sources of Figures"), "x-office-spreadsheet-symbolic", "win.show-page", "sets", FALSE },
  { "page", NC_("page", "Translations"), "document-edit-symbolic", "win.show-page", "translations", FALSE },
  { "page", NC_("page", "History"), "document-open-recent-symbolic", "win.show-page", "history", FALSE },
  { "page", NC_("page", "Deleted Records"), "user-trash-symbolic", "win.show-page", "deleted", FALSE },
};

static const Entry actions[] = {
  { NULL, N_("_Import UN Figures…"), "document-open-symbolic", "win.import", NULL, TRUE },
  { NULL, N_("_Export Workbook…"), "document-save-symbolic", "win.export", NULL, FALSE },
  { NULL, N_("_Open Another…"), "document-open-symbolic", "win.open", NULL, FALSE },
  { NULL, N_("_New File…"), "document-new-symbolic", "win.new-file", NULL, FALSE },
  { NULL, N_("_Save a Copy…"), "document-save-as-symbolic", "win.save-copy", NULL, FALSE },
  { NULL, N_("_Preferences"), "preferences-system-symbolic", "app.preferences", NULL, FALSE },
  { NULL, N_("_Keyboard Shortcuts"), "input-keyboard-symbolic", "win.show-help-overlay", NULL, FALSE },
  { NULL, N_("_About Relacopaz"), "help-about-symbolic", "app.about", NULL, FALSE },
};

void
paz_command_free (PazCommand *self)
{
  g_free (self->name);
  g_free (self->target);
  g_free (self);
}

/* Without the sign of the menu's key. */
static char *
dup_name (PazLanguage  language,
          const char  *context,
          const char  *name)
{
  PazCatalogue *catalogue = paz_catalogue_get (language);
  const char *text = context != NULL ? paz_catalogue_ptext (catalogue, context, name)
                                     : paz_catalogue_text (catalogue, name);
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("", parts);
}

static gboolean
holds_words (const char *text,
             char      **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GArray) spans = paz_search_find_spans (text, words[i]);

      if (*words[i] != '\0' && spans->len == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_named (const char *context,
          const char *name,
          char      **words)
{
  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      g_autofree char *text = dup_name ((PazLanguage) i, context, name);

      if (holds_words (text, words))
        return TRUE;
    }

  return FALSE;
}

static void
add (GPtrArray  *commands,
     char      **words,
     const char *context,
     const char *name,
     const char *icon_name,
     const char *action,
     const char *target)
{
  PazCommand *command;

  if (!is_named (context, name, words))
    return;
  command = g_new0 (PazCommand, 1);
  command->name = dup_name (paz_words_get_language (), context, name);
  command->icon_name = icon_name;
  command->action = action;
  command->target = g_strdup (target);
  g_ptr_array_add (commands, command);
}

static void
add_entries (GPtrArray   *commands,
             char       **words,
             const Entry *entries,
             guint        n,
             gboolean     writable)
{
  for (guint i = 0; i < n; i++)
    if (writable || !entries[i].writes)
      add (commands, words, entries[i].context, entries[i].name, entries[i].icon_name,
           entries[i].action, entries[i].target);
}

/* Kinds that have a page: their list, or a new record of theirs. */
static void
add_kinds (GPtrArray  *commands,
           char      **words,
           gboolean    anew)
{
  const PazKind * const *kinds = paz_kind_list (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const PazKind *kind = kinds[i];
      g_autofree char *page = g_strconcat ("kind:", kind->key, NULL);

      if (kind->parent == NULL && anew)
        add (commands, words, NULL, kind->phrases.add, "list-add-symbolic", "win.new-record", kind->key);
      else if (kind->parent == NULL)
        add (commands, words, NULL, kind->phrases.plural, kind->icon_name, "win.show-page", page);
    }
}

GPtrArray *
paz_commands_find (PazStore   *store,
                   const char *words)
{
  GPtrArray *commands = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_command_free);
  g_autofree char *folded = paz_text_fold (words);
  g_auto (GStrv) parts = g_strsplit (folded != NULL ? folded : "", " ", -1);
  gboolean writable = !paz_store_is_read_only (store);

  if (parts[0] == NULL || *parts[0] == '\0')
    return commands;
  add_entries (commands, parts, pages, G_N_ELEMENTS (pages), writable);
  add_kinds (commands, parts, FALSE);
  add_entries (commands, parts, actions, G_N_ELEMENTS (actions), writable);
  if (writable)
    add_kinds (commands, parts, TRUE);

  return commands;
}
