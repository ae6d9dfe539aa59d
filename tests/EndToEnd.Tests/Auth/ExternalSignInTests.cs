namespace CleanApi.EndToEnd.Tests.Auth;

/// <summary>Through a real OpenID provider on loopback, as a person goes.</summary>
[Trait("Requirement", "R118")]
public sealed class ExternalSignInTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_new_signs_in_with_a_provider_and_comes_back(bool scripts)
    {
        var email = $"new-{scripts}@partner.test".ToLowerInvariant();
        await using var visit = await chromium.VisitAsync(options => options.JavaScriptEnabled = scripts);

        await GoAsync(visit, "Partner", email);

        await visit.SeesAsync("You are signed in");
        await Assertions.Expect(visit.Page.GetByText(email)).ToBeVisibleAsync();
        visit.Page.Url.Should().NotContain("code=");
    }

    [Fact]
    public async Task An_address_of_an_allowed_domain_signs_in()
    {
        await using var visit = await chromium.VisitAsync();

        await GoAsync(visit, "Staff account", "ada@staff.test");

        await visit.SeesAsync("You are signed in");
    }

    [Theory]
    [InlineData("eve@elsewhere.test", "This email domain is not allowed")]
    [InlineData("eve@sub.staff.test", "This email domain is not allowed")]
    [InlineData("unverified@staff.test", "Your email address is not verified")]
    public async Task Any_other_ends_on_the_error_page_without_a_session(string email, string title)
    {
        await using var visit = await chromium.VisitAsync();

        await GoAsync(visit, "Staff account", email);

        await RefusedAsync(visit, title);
    }

    [Fact]
    public async Task An_address_that_has_an_account_is_not_taken_over()
    {
        await using var visit = await chromium.VisitAsync();

        await GoAsync(visit, "Partner", ApiFixture.Member);

        await RefusedAsync(visit, "You already have an account");
    }

    [Fact]
    public async Task Whoever_says_no_at_the_provider_can_begin_again()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GotoAsync("/auth/signin");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Continue with Partner" }).ClickAsync();
        await visit.PressAsync("Cancel");

        await RefusedAsync(visit, "Sign-in was cancelled");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Go to sign in" }).ClickAsync();
        await visit.SeesAsync("Sign in");
    }

    private static async Task GoAsync(Visit visit, string provider, string email)
    {
        await visit.Page.GotoAsync("/auth/signin");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = $"Continue with {provider}" }).ClickAsync();
        await visit.SeesAsync("Sign in at the provider");
        await visit.FillAsync(("E-mail", email));
        await visit.PressAsync("Sign in");
    }

    private static async Task RefusedAsync(Visit visit, string title)
    {
        await visit.SeesAsync(title);
        new Uri(visit.Page.Url).AbsolutePath.Should().Be("/auth/error");
        (await visit.CookiesAsync()).Keys.Should().NotContain(["access_token", "refresh_token"]);
    }
}
