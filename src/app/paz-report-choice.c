#include "paz-report-choice.h"

#include "paz-words.h"

static const char *
get_title (guint position)
{
  return paz_catalogue_ptext (paz_words_get_catalogue (), "report", paz_report_list ()[position].title);
}

static const char *
get_summary (guint position)
{
  return paz_catalogue_text (paz_words_get_catalogue (), paz_report_list ()[position].summary);
}

static GtkWidget *
make_label (gboolean wrap)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_ellipsize (GTK_LABEL (label), wrap ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  if (wrap)
    gtk_label_set_width_chars (GTK_LABEL (label), 44);
  gtk_label_set_max_width_chars (GTK_LABEL (label), wrap ? 44 : 28);

  return label;
}

/* A sign beside a title, and under it the summary when it is one of the list. */
static GtkWidget *
make_row (gboolean full)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *summary = full ? make_label (TRUE) : NULL;

  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (words), make_label (FALSE));
  gtk_widget_add_css_class (gtk_widget_get_first_child (words), "heading");
  if (summary == NULL)
    return row;
  gtk_widget_add_css_class (summary, "caption");
  gtk_widget_add_css_class (summary, "dim-label");
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_margin_top (image, 4);
  gtk_box_append (GTK_BOX (words), summary);

  return row;
}

static void
setup_shown_cb (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  gtk_list_item_set_child (item, make_row (FALSE));
}

static void
setup_listed_cb (GtkListItemFactory *factory,
                 GtkListItem        *item)
{
  GtkWidget *row = make_row (TRUE);

  gtk_widget_add_css_class (row, "report-row");
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  GtkWidget *image = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *words = gtk_widget_get_next_sibling (image);
  GtkWidget *title = gtk_widget_get_first_child (words);
  GtkWidget *summary = gtk_widget_get_next_sibling (title);
  guint position = gtk_list_item_get_position (item);

  gtk_image_set_from_icon_name (GTK_IMAGE (image), paz_report_list ()[position].icon_name);
  gtk_label_set_text (GTK_LABEL (title), get_title (position));
  if (summary != NULL)
    gtk_label_set_text (GTK_LABEL (summary), get_summary (position));
}

static void
selected_cb (GtkDropDown *choice,
             GParamSpec  *pspec,
             GtkLabel    *summary)
{
  gtk_label_set_text (summary, get_summary (gtk_drop_down_get_selected (choice)));
}

static GtkListItemFactory *
make_factory (GCallback setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  return factory;
}

void
paz_report_choice_set_up (GtkDropDown *choice,
                          GtkLabel    *summary,
                          const char  *wanted)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) shown = make_factory (G_CALLBACK (setup_shown_cb));
  g_autoptr (GtkListItemFactory) listed = make_factory (G_CALLBACK (setup_listed_cb));
  guint selected = 0;

  for (guint i = 0; paz_report_list ()[i].name != NULL; i++)
    {
      gtk_string_list_append (names, get_title (i));
      if (g_strcmp0 (paz_report_list ()[i].name, wanted) == 0)
        selected = i;
    }
  gtk_drop_down_set_factory (choice, shown);
  gtk_drop_down_set_list_factory (choice, listed);
  gtk_drop_down_set_model (choice, G_LIST_MODEL (names));
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (selected_cb), summary, 0);
  gtk_drop_down_set_selected (choice, selected);
  selected_cb (choice, NULL, summary);
}

const PazReportInfo *
paz_report_choice_get (GtkDropDown *choice)
{
  return &paz_report_list ()[gtk_drop_down_get_selected (choice)];
}
