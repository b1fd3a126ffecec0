#include "paz-figures-views.h"

#include "paz-settings.h"
#include "paz-words.h"

/* Kept as lines: a name, a tab, the choice. */
static char **
list_kept (void)
{
  g_autofree char *text = paz_settings_dup_text (paz_settings_get (), PAZ_SETTING_FIGURES_VIEWS);

  return g_strsplit (text, "\n", -1);
}

static void
add_view (GMenu      *menu,
          const char *label,
          const char *text)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);

  g_menu_item_set_label (item, escaped);
  g_menu_item_set_action_and_target (item, "figures.view", "s", text);
  g_menu_append_item (menu, item);
}

static GMenu *
make_ready_views (const char *own)
{
  GMenu *menu = g_menu_new ();
  PazFiguresChoice *choice;
  const char *label;

  for (guint i = 0; (choice = paz_figures_choice_ready (i, own, &label)) != NULL; i++)
    {
      g_autofree char *text = paz_figures_choice_to_text (choice);

      add_view (menu, paz_catalogue_ptext (paz_words_get_catalogue (), "figures", label), text);
      paz_figures_choice_free (choice);
    }

  return menu;
}

/* Without the one of this name or this choice; with a line added when it is not NULL. */
static void
keep_views (const char *name,
            const char *text,
            const char *line)
{
  g_auto (GStrv) lines = list_kept ();
  g_autoptr (GString) all = g_string_new (line);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *tab = strchr (lines[i], '\t');

      if (tab == NULL || (name != NULL && strlen (name) == (gsize) (tab - lines[i]) && g_str_has_prefix (lines[i], name)) ||
          (text != NULL && g_str_equal (tab + 1, text)))
        continue;
      g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", lines[i]);
    }
  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_FIGURES_VIEWS, all->str);
}

GMenuModel *
paz_figures_views_make_menu (const char *own)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) ready = make_ready_views (own);
  g_autoptr (GMenu) kept = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  g_auto (GStrv) lines = list_kept ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *tab = strchr (lines[i], '\t');

      if (tab == NULL)
        continue;
      *tab = '\0';
      add_view (kept, lines[i], tab + 1);
    }
  g_menu_append (change, C_("figures", "Save View…"), "figures.save-view");
  g_menu_append (change, C_("figures", "Delete View"), "figures.delete-view");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ready));
  g_menu_append_section (menu, C_("filter", "Saved"), G_MENU_MODEL (kept));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));

  return G_MENU_MODEL (menu);
}

void
paz_figures_views_keep (const char             *name,
                        const PazFiguresChoice *choice)
{
  g_autofree char *text = paz_figures_choice_to_text (choice);
  g_autofree char *clean = g_strdelimit (g_strdup (name), "\t\n", ' ');
  g_autofree char *line = g_strdup_printf ("%s\t%s", clean, text);

  keep_views (clean, NULL, line);
}

void
paz_figures_views_drop (const PazFiguresChoice *choice)
{
  g_autofree char *text = paz_figures_choice_to_text (choice);

  keep_views (NULL, text, NULL);
}
