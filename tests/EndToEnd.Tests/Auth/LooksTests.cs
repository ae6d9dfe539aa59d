namespace CleanApi.EndToEnd.Tests.Auth;

/// <summary>How the pages look, and whether everybody can use them: pictures for people, and what a program can tell.</summary>
public sealed class LooksTests(Chromium chromium) : IClassFixture<Chromium>
{
    public static TheoryData<string, string> Pages => new()
    {
        { "home", "/" },
        { "signin", "/auth/signin" },
        { "signin-notice", "/auth/signin?notice=signed-out" },
        { "signin-again", "/auth/signin?notice=sign-in-again&email=ada%40acme.test" },
        { "error", "/auth/error?code=domain_refused" },
        { "not-found", "/auth/nothing" },
        { "register", "/auth/register" },
        { "register-sent", "/auth/register?sent=1" },
        { "verify-email-invalid", "/auth/verify-email?token=tok_unknown" },
        { "confirm-email", "/auth/confirm-email?token=tok_unknown" },
        { "resend-verification", "/auth/resend-verification" },
        { "resend-verification-sent", "/auth/resend-verification?sent=1" },
        { "forgot-password", "/auth/forgot-password" },
        { "forgot-password-sent", "/auth/forgot-password?sent=1" },
        { "invitation-invalid", "/auth/accept-invitation?token=tok_unknown" },
        { "reset-password-invalid", "/auth/reset-password?token=tok_unknown" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_and_is_for_everybody(string name, string address)
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GotoAsync(address);
        await visit.InspectAsync(name);
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
}
