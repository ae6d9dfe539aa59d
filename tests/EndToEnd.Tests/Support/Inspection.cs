using Deque.AxeCore.Commons;

namespace CleanApi.EndToEnd.Tests.Support;

/// <summary>Looks at a page as it is: on a phone and on a desk, in light and dark.</summary>
public static class Inspection
{
    private const int Height = 844;
    private const string Everything = "{}";
    private const string Contrast = "{ runOnly: ['color-contrast'] }";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly (string Name, int Width, ColorScheme Scheme)[] Looks =
    [
        ("phone-light", 390, ColorScheme.Light), ("phone-dark", 390, ColorScheme.Dark), ("desk-light", 1280, ColorScheme.Light), ("desk-dark", 1280, ColorScheme.Dark),
    ];

    /// <summary>Keeps a picture of each look for people; nothing may scroll sideways or keep people with disabilities out (axe-core: all rules in light, contrast in dark).</summary>
    public static async Task InspectAsync(this Visit visit, string name)
    {
        foreach (var (look, width, scheme) in Looks)
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await visit.Page.SetViewportSizeAsync(width, Height);
            await visit.ShootAsync($"{name}-{look}");
            (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width, $"nothing of {name} scrolls sideways");
            // What the colours change is their contrast; all else was seen in light.
            (await ViolationsAsync(visit.Page, scheme == ColorScheme.Dark ? Contrast : Everything)).Should().BeEmpty($"{name} ({look}) is for everybody");
        }
    }

    // Evaluated by the browser's tools, which the page's content policy does not concern.
    private static async Task<string[]> ViolationsAsync(IPage page, string options)
    {
        if (await page.EvaluateAsync<bool>("typeof axe === 'undefined'"))
        {
            await page.EvaluateAsync(Axe);
        }

        return await page.EvaluateAsync<string[]>(
            $"async () => (await axe.run({options})).violations.flatMap(one => one.nodes.map(node => `${{one.id}}: ${{node.html}} ${{node.failureSummary}}`))");
    }
}
