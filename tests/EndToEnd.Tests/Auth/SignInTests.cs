namespace CleanApi.EndToEnd.Tests.Auth;

public sealed class SignInTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Requirement", "R117")]
    public async Task A_person_signs_in_with_a_password_and_out_again_with_and_without_scripts(bool scripts)
    {
        await using var visit = await chromium.VisitAsync(options => options.JavaScriptEnabled = scripts);

        await visit.SignInAsync(ApiFixture.Member);
        await visit.SeesAsync("You are signed in");
        await Assertions.Expect(visit.Page.GetByText(ApiFixture.Member)).ToBeVisibleAsync();
        var cookies = await visit.CookiesAsync();
        cookies["access_token"].Should().Match<BrowserContextCookiesResult>(
            cookie => cookie.HttpOnly && cookie.Secure && cookie.SameSite == SameSiteAttribute.Lax && cookie.Path == "/");
        cookies["refresh_token"].Should().Match<BrowserContextCookiesResult>(
            cookie => cookie.HttpOnly && cookie.Secure && cookie.Path == "/api/auth/refresh");

        await visit.PressAsync("Sign out");
        await visit.HearsAsync(AriaRole.Status, "You are signed out.");
        (await visit.CookiesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_password_can_be_shown_and_is_sent_as_one_all_the_same()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GotoAsync("/auth/signin");
        var password = visit.Page.GetByLabel("Password", new() { Exact = true });
        await visit.FillAsync(("Email", ApiFixture.Member), ("Password", "wrong"));

        await visit.PressAsync("Show password");
        await Assertions.Expect(password).ToHaveAttributeAsync("type", "text");
        await visit.ShootAsync("signin-shown");
        await visit.PressAsync("Hide password");
        await Assertions.Expect(password).ToHaveAttributeAsync("type", "password");
        await visit.PressAsync("Show password");
        await visit.Page.EvaluateAsync("document.forms[0].addEventListener('submit', event => { window.sentAs = password.type; event.preventDefault(); })");
        await visit.PressAsync("Sign in");

        (await visit.Page.EvaluateAsync<string>("window.sentAs")).Should().Be("password", "a browser remembers what is sent as text");
    }

    [Fact]
    public async Task Without_scripts_there_is_no_button_that_does_nothing()
    {
        await using var visit = await chromium.VisitAsync(options => options.JavaScriptEnabled = false);
        await visit.Page.GotoAsync("/auth/signin");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_wrong_password_is_announced_and_has_the_focus()
    {
        await using var visit = await chromium.VisitAsync();

        await visit.SignInAsync(ApiFixture.Member, "wrong");

        await visit.HearsAsync(AriaRole.Alert, "Invalid email or password.");
        var password = visit.Page.GetByLabel("Password", new() { Exact = true });
        await Assertions.Expect(password).ToBeFocusedAsync();
        await Assertions.Expect(password).ToHaveAccessibleDescriptionAsync("Invalid email or password.");
        await Assertions.Expect(visit.Page.GetByLabel("Email")).ToHaveValueAsync(ApiFixture.Member);
        await Assertions.Expect(password).ToHaveValueAsync("");
        await Assertions.Expect(visit.Page).ToHaveTitleAsync("Error: Sign in · CleanApi");
        await visit.ShootAsync("signin-wrong");
    }

    [Fact]
    public async Task A_wrong_field_has_the_focus_and_is_described_by_what_is_wrong()
    {
        await using var visit = await chromium.VisitAsync();

        await visit.SignInAsync("nobody", "x");

        var email = visit.Page.GetByLabel("Email");
        await Assertions.Expect(email).ToBeFocusedAsync();
        await Assertions.Expect(email).ToHaveAccessibleDescriptionAsync("Invalid email format");
        await visit.ShootAsync("signin-field");
    }

    [Fact]
    public async Task The_keyboard_is_enough()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GotoAsync("/auth/signin?returnUrl=/docs/errors");
        var keyboard = visit.Page.Keyboard;

        await keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.GetByLabel("Email")).ToBeFocusedAsync();
        await keyboard.TypeAsync(ApiFixture.Viewer);
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync(ApiFixture.Password);
        await keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show password" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Forgot your password?" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true })).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");

        await visit.SeesAsync("Errors");
    }

    [Fact]
    [Trait("Requirement", "R203")]
    public async Task Whoever_follows_a_link_to_something_protected_signs_in_and_gets_there()
    {
        await using var visit = await chromium.VisitAsync();

        await visit.Page.GotoAsync("/api/v1/me");
        await visit.SeesAsync("Sign in");
        await visit.FillAsync(("Email", ApiFixture.Member), ("Password", ApiFixture.Password));
        await visit.PressAsync("Sign in");

        await Assertions.Expect(visit.Page.GetByText($"\"email\":\"{ApiFixture.Member}\"")).ToBeVisibleAsync();
    }

    [Fact]
    [Trait("Requirement", "R109")]
    public async Task A_page_of_another_site_signs_nobody_in()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.RouteAsync("http://evil.test/**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"""
                <form method="post" action="{chromium.Site.Address}auth/signin">
                <input name="email" value="{ApiFixture.Viewer}"><input name="password" value="{ApiFixture.Password}"><button>Win</button></form>
                """,
        }));
        await visit.Page.GotoAsync("http://evil.test/");

        await visit.PressAsync("Win");

        await visit.SeesAsync("This was not allowed");
        (await visit.CookiesAsync()).Should().BeEmpty();
    }
}
