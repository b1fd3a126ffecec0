/* What a screen reader says of each control of a tree: its own label, what labels it, or the words in
 * it. Owned by app. */
#pragma once

#include <adwaita.h>

/* GTK tells an accessible label only as the difference to another one. */
static inline char *
dup_accessible_label (GtkWidget *widget)
{
  g_autofree char *value = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "\001");

  if (value == NULL || g_str_equal (value, "undefined"))
    return NULL;

  return g_steal_pointer (&value);
}

static inline void
append_words (GString   *words,
              GtkWidget *widget)
{
  const char *text = NULL;
  g_autofree char *label = NULL;

  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    text = gtk_label_get_text (GTK_LABEL (widget));
  else if (GTK_IS_INSCRIPTION (widget))
    text = gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  else if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_LABEL)
    text = label = dup_accessible_label (widget);   /* draws its words itself */
  if (text != NULL && *text != '\0')
    g_string_append_printf (words, "%s ", text);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    append_words (words, child);
}

/* The labels that point to it, as a mnemonic or by relation. */
static inline gboolean
is_labelled (GtkWidget *widget)
{
  g_autoptr (GList) labels = gtk_widget_list_mnemonic_labels (widget);

  return labels != NULL || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* The name, or NULL. What is typed into something is not its name. */
static inline char *
dup_accessible_name (GtkWidget *widget)
{
  g_autofree char *label = dup_accessible_label (widget);
  g_autoptr (GString) words = g_string_new (NULL);

  if (label != NULL)
    return g_steal_pointer (&label);
  if (is_labelled (widget))
    return g_strdup ("labelled");
  if (GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_ENTRY (widget) || GTK_IS_SWITCH (widget)
      || GTK_IS_DROP_DOWN (widget) || GTK_IS_SPIN_BUTTON (widget) || GTK_IS_LIST_BOX (widget)
      || GTK_IS_LIST_VIEW (widget) || GTK_IS_COLUMN_VIEW (widget))
    return NULL;
  append_words (words, widget);

  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/* A part of a control that is named itself: the text of an entry, the button of a menu button. */
static inline gboolean
is_named_by_whole (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  for (int i = 0; i < 6 && parent != NULL; i++, parent = gtk_widget_get_parent (parent))
    {
      g_autofree char *name = NULL;

      if (ADW_IS_PREFERENCES_ROW (parent) && *adw_preferences_row_get_title (ADW_PREFERENCES_ROW (parent)) != '\0')
        return TRUE;
      if (!GTK_IS_ENTRY (parent) && !GTK_IS_SEARCH_ENTRY (parent) && !GTK_IS_SPIN_BUTTON (parent)
          && !GTK_IS_MENU_BUTTON (parent) && !GTK_IS_DROP_DOWN (parent) && !GTK_IS_PASSWORD_ENTRY (parent)
          && !GTK_IS_COLUMN_VIEW (parent))
        continue;
      name = dup_accessible_name (parent);
      if (name != NULL)
        return TRUE;
    }

  return FALSE;
}

static inline gboolean
is_control (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_focusable (widget) && !GTK_IS_LABEL (widget)
         && !GTK_IS_SCROLLED_WINDOW (widget) && !GTK_IS_WINDOW (widget) && !GTK_IS_POPOVER (widget)
         && !GTK_IS_PANED (widget) && !GTK_IS_FLOW_BOX (widget) && !GTK_IS_VIEWPORT (widget);
}

/* Names of types, which toolkits say where nobody gave a name. */
static inline gboolean
is_type_name (const char *name)
{
  static const char * const prefixes[] = { "Gtk", "Adw", "Paz", NULL };

  for (int i = 0; prefixes[i] != NULL; i++)
    if (g_str_has_prefix (name, prefixes[i]) && g_ascii_isupper (name[strlen (prefixes[i])]))
      return TRUE;

  return FALSE;
}

/* Where in the tree it is, for the message: "PazHistoryPage > GtkBox > GtkDropDown". */
static inline char *
dup_place (GtkWidget *widget)
{
  GString *place = g_string_new (G_OBJECT_TYPE_NAME (widget));

  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL; parent = gtk_widget_get_parent (parent))
    if (place->len < 300)
      {
        g_autofree char *before = g_strdup_printf ("%s > ", G_OBJECT_TYPE_NAME (parent));

        g_string_prepend (place, before);
      }

  return g_string_free (place, FALSE);
}

/* Adds what is wrong with the controls of a tree to findings, as sentences. Returns how many
 * controls there are. */
static inline guint
walk_controls (GtkWidget *widget,
               GPtrArray *findings)
{
  guint n = 0;

  if (is_control (widget))
    {
      g_autofree char *name = dup_accessible_name (widget);
      g_autofree char *place = NULL;

      n++;
      if ((name == NULL && !is_named_by_whole (widget)) || (name != NULL && is_type_name (name)))
        {
          place = dup_place (widget);
          g_ptr_array_add (findings, g_strdup_printf ("%s: %s", name != NULL ? name : "no name", place));
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += walk_controls (child, findings);

  return n;
}
