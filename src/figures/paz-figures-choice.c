#include "figures/paz-figures-choice.h"

#include "base/paz-catalogue.h"
#include "base/paz-date.h"

static const struct
{
  const char *key;
  const char *label;
} asks[PAZ_N_ASKS] = {
  [PAZ_ASK_PERSONNEL] = { "personnel", NC_("figures", "Uniformed personnel") },
  [PAZ_ASK_WOMEN] = { "women", NC_("figures", "Women") },
  [PAZ_ASK_MEN] = { "men", NC_("figures", "Men") },
  [PAZ_ASK_SHARE_OF_WOMEN] = { "share_of_women", NC_("figures", "Share of women") },
  [PAZ_ASK_SHARE_OF_REGION] = { "share_of_region", NC_("figures", "Share of the region") },
  [PAZ_ASK_SHARE_OF_WORLD] = { "share_of_world", NC_("figures", "Share of the world") },
  [PAZ_ASK_RANK_IN_REGION] = { "rank_in_region", NC_("figures", "Rank in the region") },
  [PAZ_ASK_RANK_IN_WORLD] = { "rank_in_world", NC_("figures", "Rank in the world") },
  [PAZ_ASK_PERSON_MONTHS] = { "person_months", NC_("figures", "Person-months") },
}, axes[PAZ_N_AXES] = {
  [PAZ_AXIS_NONE] = { "none", NC_("figures", "None") },
  [PAZ_AXIS_CONTRIBUTOR] = { "contributor", NC_("figures", "Contributor") },
  [PAZ_AXIS_MISSION] = { "mission", NC_("figures", "Mission") },
  [PAZ_AXIS_TYPE] = { "type", NC_("figures", "Type of personnel") },
  [PAZ_AXIS_SEX] = { "sex", NC_("figures", "Sex") },
  [PAZ_AXIS_CATEGORY] = { "category", NC_("figures", "Category") },
  [PAZ_AXIS_MONTH] = { "month", NC_("figures", "Month") },
  [PAZ_AXIS_YEAR] = { "year", NC_("figures", "Year") },
};

static const char * const sets[] = {
  "region", "signatories", "alcopaz", "south_america", "central_america", "caribbean", "world", NULL
};

static const char * const set_labels[] = {
  NC_("figures", "Latin America and the Caribbean"),
  NC_("figures", "Signatories"),
  NC_("figures", "Members of ALCOPAZ"),
  NC_("figures", "South America"),
  NC_("figures", "Central America"),
  NC_("figures", "Caribbean"),
  NC_("figures", "World"),
};

PazFiguresChoice *
paz_figures_choice_new (void)
{
  PazFiguresChoice *self = g_new0 (PazFiguresChoice, 1);

  self->rows = PAZ_AXIS_MONTH;
  self->set = g_strdup ("region");
  self->shape = PAZ_SHAPE_BEST;

  return self;
}

PazFiguresChoice *
paz_figures_choice_copy (const PazFiguresChoice *self)
{
  PazFiguresChoice *copy = g_memdup2 (self, sizeof *self);

  copy->contributors = g_strdupv (self->contributors);
  copy->missions = g_strdupv (self->missions);
  copy->types = g_strdupv (self->types);
  copy->set = g_strdup (self->set);

  return copy;
}

void
paz_figures_choice_free (PazFiguresChoice *self)
{
  g_strfreev (self->contributors);
  g_strfreev (self->missions);
  g_strfreev (self->types);
  g_free (self->set);
  g_free (self);
}

/* ---- text ---- */

static void
put_list (GString    *text,
          const char *name,
          char      **list)
{
  g_autofree char *joined = list != NULL ? g_strjoinv (",", list) : NULL;

  if (joined != NULL)
    g_string_append_printf (text, ";%s=%s", name, joined);
}

static void
put_month (GString    *text,
           const char *name,
           guint16     month)
{
  char iso[8];

  if (month != 0)
    g_string_append_printf (text, ";%s=%s", name, paz_month_format (month, iso));
}

char *
paz_figures_choice_to_text (const PazFiguresChoice *self)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "ask=%s;rows=%s;columns=%s;set=%s;shape=%d", asks[self->ask].key,
                   axes[self->rows].key, axes[self->columns].key, self->set, self->shape);
  if (self->by_value)
    g_string_append (text, ";order=value");
  put_list (text, "contributors", self->contributors);
  put_list (text, "missions", self->missions);
  put_list (text, "types", self->types);
  put_month (text, "from", self->from);
  put_month (text, "to", self->to);

  return g_string_free (text, FALSE);
}

static PazAxis
find_axis (const char *key)
{
  for (guint i = 0; i < PAZ_N_AXES; i++)
    if (g_str_equal (axes[i].key, key))
      return (PazAxis) i;

  return PAZ_AXIS_NONE;
}

static PazAsk
find_ask (const char *key)
{
  for (guint i = 0; i < PAZ_N_ASKS; i++)
    if (g_str_equal (asks[i].key, key))
      return (PazAsk) i;

  return PAZ_ASK_PERSONNEL;
}

static void
take_list (char      ***list,
           const char  *value)
{
  g_strfreev (*list);
  *list = *value != '\0' ? g_strsplit (value, ",", -1) : NULL;
}

static void
take (PazFiguresChoice *self,
      const char       *name,
      const char       *value)
{
  if (g_str_equal (name, "ask"))
    self->ask = find_ask (value);
  else if (g_str_equal (name, "rows"))
    self->rows = find_axis (value);
  else if (g_str_equal (name, "columns"))
    self->columns = find_axis (value);
  else if (g_str_equal (name, "shape"))
    self->shape = (int) CLAMP (g_ascii_strtoll (value, NULL, 10), PAZ_SHAPE_TABLE, 31);
  else if (g_str_equal (name, "order"))
    self->by_value = g_str_equal (value, "value");
  else if (g_str_equal (name, "set") && g_strv_contains (sets, value))
    {
      g_free (self->set);
      self->set = g_strdup (value);
    }
  else if (g_str_equal (name, "contributors"))
    take_list (&self->contributors, value);
  else if (g_str_equal (name, "missions"))
    take_list (&self->missions, value);
  else if (g_str_equal (name, "types"))
    take_list (&self->types, value);
  else if (g_str_equal (name, "from"))
    self->from = paz_month_parse (value);
  else if (g_str_equal (name, "to"))
    self->to = paz_month_parse (value);
}

PazFiguresChoice *
paz_figures_choice_parse (const char *text)
{
  PazFiguresChoice *self = paz_figures_choice_new ();
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *value = strchr (parts[i], '=');

      if (value == NULL)
        continue;
      *value++ = '\0';
      take (self, parts[i], value);
    }

  return self;
}

const char *
paz_ask_get_key (PazAsk ask)
{
  return asks[ask].key;
}

gboolean
paz_ask_from_key (const char *key,
                  PazAsk     *ask)
{
  *ask = find_ask (key);

  return g_str_equal (asks[*ask].key, key);
}

const char *
paz_axis_get_key (PazAxis axis)
{
  return axes[axis].key;
}

gboolean
paz_axis_from_key (const char *key,
                   PazAxis    *axis)
{
  *axis = find_axis (key);

  return g_str_equal (axes[*axis].key, key);
}

/* ---- words ---- */

const char *
paz_ask_get_label (PazAsk ask)
{
  return asks[ask].label;
}

const char *
paz_axis_get_label (PazAxis axis)
{
  return axes[axis].label;
}

gboolean
paz_ask_is_share (PazAsk ask)
{
  return ask == PAZ_ASK_SHARE_OF_WOMEN || ask == PAZ_ASK_SHARE_OF_REGION || ask == PAZ_ASK_SHARE_OF_WORLD;
}

gboolean
paz_ask_is_rank (PazAsk ask)
{
  return ask == PAZ_ASK_RANK_IN_REGION || ask == PAZ_ASK_RANK_IN_WORLD;
}

const char * const *
paz_figures_list_sets (void)
{
  return sets;
}

const char *
paz_figures_set_get_label (const char *set)
{
  for (guint i = 0; sets[i] != NULL; i++)
    if (g_str_equal (sets[i], set))
      return set_labels[i];

  return set_labels[0];
}

/* ---- what everybody asks first ---- */

static const struct
{
  const char *label;
  const char *text;
  gboolean    own;      /* of the person's delegation */
} ready[] = {
  { NC_("figures", "Our Deployment over Time"), "ask=personnel;rows=month", TRUE },
  { NC_("figures", "Our Women over Time"), "ask=share_of_women;rows=month", TRUE },
  { NC_("figures", "Our Rank in the Region"), "ask=rank_in_region;rows=month;columns=contributor", TRUE },
  { NC_("figures", "The Region over Time"), "ask=personnel;rows=month", FALSE },
  { NC_("figures", "Who Contributes Most"), "ask=personnel;rows=contributor;order=value", FALSE },
  { NC_("figures", "Women against the Target"), "ask=share_of_women;rows=category", FALSE },
  { NC_("figures", "By Mission"), "ask=personnel;rows=mission;columns=sex", FALSE },
  { NC_("figures", "By Contributor and Mission"), "ask=personnel;rows=contributor;columns=mission", FALSE },
  { NC_("figures", "Contributors over Time"), "ask=personnel;rows=contributor;columns=month", FALSE },
};

static const char * const ready_names[] = {
  "own-deployment", "own-women", "own-rank", "region-over-time", "who-most", "women-target", "by-mission",
  "contributor-mission", "contributors-over-time", NULL
};

static PazFiguresChoice *
make_ready (guint       n,
            const char *own)
{
  PazFiguresChoice *self = paz_figures_choice_parse (ready[n].text);
  const char *codes[] = { own, NULL };

  if (ready[n].own)
    self->contributors = g_strdupv ((char **) codes);

  return self;
}

PazFiguresChoice *
paz_figures_choice_ready (guint        n,
                          const char  *own,
                          const char **label)
{
  guint skipped = own == NULL || *own == '\0' ? 3 : 0;

  if (n + skipped >= G_N_ELEMENTS (ready))
    return NULL;
  *label = ready[n + skipped].label;

  return make_ready (n + skipped, own);
}

PazFiguresChoice *
paz_figures_choice_find_ready (const char *name,
                               const char *own)
{
  for (guint i = 0; i < G_N_ELEMENTS (ready); i++)
    if (g_str_equal (ready_names[i], name))
      return ready[i].own && (own == NULL || *own == '\0') ? NULL : make_ready (i, own);

  return NULL;
}

const char * const *
paz_figures_list_ready (void)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (ready_names) == G_N_ELEMENTS (ready) + 1);

  return ready_names;
}
