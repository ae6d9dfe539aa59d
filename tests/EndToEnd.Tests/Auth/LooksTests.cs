namespace CleanApi.EndToEnd.Tests.Auth;

/// <summary>How the pages look: pictures for people, and what a program can tell.</summary>
[Collection(BrowserTests.Name)]
public sealed class LooksTests(Chromium chromium)
{
    // The least that WCAG 2.2 asks for (success criterion 1.4.3).
    private const double LeastContrast = 4.5;

    // Of everything that shows text of its own: the contrast of text and ground, by WCAG's formula.
    private const string Contrasts =
        """
        () => {
          const rgb = text => { const c = document.createElement('canvas').getContext('2d', { willReadFrequently: true }); c.fillStyle = text; c.fillRect(0, 0, 1, 1); return [...c.getImageData(0, 0, 1, 1).data]; };
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const ground = element => { for (let e = element; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] === 255) return c; } return [255, 255, 255, 255]; };
          return [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())).map(e => {
            const [a, b] = [light(rgb(getComputedStyle(e).color)), light(ground(e))];
            return { text: e.textContent.trim(), value: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) };
          });
        }
        """;

    public static TheoryData<string, string> Pages => new()
    {
        { "signin", "/auth/signin" },
        { "signin-notice", "/auth/signin?notice=signed-out" },
        { "error", "/auth/error?code=domain_refused" },
        { "register", "/auth/register" },
        { "register-sent", "/auth/register?sent=1" },
        { "verify-email", "/auth/verify-email?token=tok_unknown" },
        { "confirm-email", "/auth/confirm-email?token=tok_unknown" },
        { "resend-verification", "/auth/resend-verification" },
        { "forgot-password", "/auth/forgot-password" },
        { "forgot-password-sent", "/auth/forgot-password?sent=1" },
        { "accept-invitation", "/auth/accept-invitation?token=tok_unknown" },
        { "reset-password", "/auth/reset-password?token=tok_unknown" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_a_phone_and_can_be_read_in_light_and_dark(string name, string address)
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GotoAsync(address);
        await ShootAsync(visit, $"{name}-light", ColorScheme.Light, 1280);
        await ShootAsync(visit, $"{name}-dark", ColorScheme.Dark, 1280);
        await ShootAsync(visit, $"{name}-phone", ColorScheme.Light, 360);
    }

    [Fact]
    public async Task The_page_is_dark_for_whoever_wants_it_so()
    {
        await using var visit = await chromium.VisitAsync(options => options.ColorScheme = ColorScheme.Dark);
        await visit.Page.GotoAsync("/auth/signin");

        (await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).Should().Be("rgb(15, 19, 27)");
    }

    [Fact]
    public async Task Nothing_moves_for_whoever_wants_it_so()
    {
        await using var visit = await chromium.VisitAsync(options => options.ReducedMotion = ReducedMotion.Reduce);
        await visit.Page.GotoAsync("/auth/signin");

        (await visit.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('button')).transitionDuration")).Should().Be("0s");
    }

    private static async Task ShootAsync(Visit visit, string picture, ColorScheme scheme, int width)
    {
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await visit.Page.SetViewportSizeAsync(width, 800);
        await visit.ShootAsync(picture);
        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width, "nothing scrolls sideways");
        var contrasts = await visit.Page.EvaluateAsync<Contrast[]>(Contrasts);
        contrasts.Should().NotBeEmpty().And.OnlyContain(one => one.Value >= LeastContrast);
    }
}
