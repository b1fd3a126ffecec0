#include "paz-markdown-view.h"

#include "base/paz-markdown.h"
#include "paz-words.h"

#define INDENT 22
#define SPACING 6

struct _PazMarkdownView
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PazMarkdownView, paz_markdown_view, GTK_TYPE_WIDGET)

/* The block being put together. */
typedef struct
{
  PazMarkdownView *view;
  GString         *markup;
  char            *marker;
  PazMark          marks;
  guint            heading;
  guint            depth;
} Block;

static void
paz_markdown_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (paz_markdown_view_parent_class)->dispose (object);
}

static void
paz_markdown_view_class_init (PazMarkdownViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_markdown_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "markdown");
}

static void
paz_markdown_view_init (PazMarkdownView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING);
}

GtkWidget *
paz_markdown_view_new (void)
{
  return g_object_new (PAZ_TYPE_MARKDOWN_VIEW, NULL);
}

static void
append (Block                *block,
        const PazMarkdownRun *run)
{
  g_autofree char *text = g_markup_escape_text (run->text, -1);
  gboolean link = run->target != NULL && paz_markdown_may_open (run->target);

  if (link)
    {
      g_autofree char *target = g_markup_escape_text (run->target, -1);

      g_string_append_printf (block->markup, "<a href=\"%s\">", target);
    }
  if ((run->marks & PAZ_MARK_STRONG) != 0)
    g_string_append (block->markup, "<b>");
  if ((run->marks & PAZ_MARK_EMPHASIS) != 0)
    g_string_append (block->markup, "<i>");
  if ((run->marks & PAZ_MARK_CODE) != 0)
    g_string_append (block->markup, "<tt>");
  g_string_append (block->markup, text);
  if ((run->marks & PAZ_MARK_CODE) != 0)
    g_string_append (block->markup, "</tt>");
  if ((run->marks & PAZ_MARK_EMPHASIS) != 0)
    g_string_append (block->markup, "</i>");
  if ((run->marks & PAZ_MARK_STRONG) != 0)
    g_string_append (block->markup, "</b>");
  if (link)
    g_string_append (block->markup, "</a>");
}

static void
dress (GtkWidget   *label,
       const Block *block)
{
  if (block->heading > 0)
    gtk_widget_add_css_class (label, block->heading == 1 ? "title-2" : block->heading == 2 ? "title-3" : "heading");
  if ((block->marks & PAZ_MARK_QUOTE) != 0)
    gtk_widget_add_css_class (label, "paz-quote");
  if ((block->marks & PAZ_MARK_CODE_BLOCK) != 0)
    gtk_widget_add_css_class (label, "paz-code");
}

static GtkWidget *
make_label (const Block *block)
{
  GtkWidget *label;

  if ((block->marks & PAZ_MARK_RULE) != 0)
    return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  label = gtk_label_new (NULL);
  gtk_label_set_markup (GTK_LABEL (label), block->markup->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  dress (label, block);

  return label;
}

static void
end_block (Block *block)
{
  GtkWidget *widget;
  guint outer = block->marker != NULL ? block->depth - 1 : block->depth;

  if (block->markup->len == 0 && block->marker == NULL)
    return;
  widget = make_label (block);
  if (block->marker != NULL)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *marker = gtk_label_new (block->marker);

      gtk_widget_set_valign (marker, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), marker);
      gtk_box_append (GTK_BOX (box), widget);
      widget = box;
    }
  gtk_widget_set_margin_start (widget, (int) outer * INDENT);
  gtk_widget_set_parent (widget, GTK_WIDGET (block->view));
  g_string_truncate (block->markup, 0);
  g_clear_pointer (&block->marker, g_free);
}

static void
take_run (Block                *block,
          const PazMarkdownRun *run)
{
  if ((run->marks & PAZ_MARK_BREAK) != 0)
    {
      end_block (block);
      return;
    }
  if (block->markup->len == 0)
    {
      block->marks = run->marks;
      block->heading = run->heading;
      block->depth = run->depth;
    }
  if ((run->marks & PAZ_MARK_MARKER) != 0)
    block->marker = g_strchomp (g_strdup (run->text));
  else
    append (block, run);
}

void
paz_markdown_view_set_text (PazMarkdownView *self,
                            const char      *markdown)
{
  g_autoptr (GPtrArray) runs = NULL;
  Block block = { self };
  GtkWidget *child;

  g_return_if_fail (PAZ_IS_MARKDOWN_VIEW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  runs = paz_markdown_render (markdown);
  block.markup = g_string_new (NULL);
  for (guint i = 0; i < runs->len; i++)
    take_run (&block, runs->pdata[i]);
  end_block (&block);
  g_string_free (block.markup, TRUE);
}
