namespace CleanApi.EndToEnd.Tests.Auth;

public sealed class SecondFactorTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData("user01@acme.test", true)]
    [InlineData("user02@acme.test", false)]
    public async Task A_code_of_the_app_is_asked_for_and_signs_in(string email, bool scripts)
    {
        var (app, _) = await chromium.Site.EnrolAsync(email);
        await using var visit = await chromium.VisitAsync(options => options.JavaScriptEnabled = scripts);
        await visit.Page.GotoAsync("/auth/signin?returnUrl=/docs/errors");
        await visit.FillAsync(("Email", email), ("Password", ApiFixture.Password));
        await visit.PressAsync("Sign in");
        await visit.SeesAsync("Confirm that it is you");
        (await visit.CookiesAsync()).Should().NotContainKey("access_token");
        (await visit.CookiesAsync())["mfa_token"].Should()
            .Match<BrowserContextCookiesResult>(cookie => cookie.HttpOnly && cookie.Secure && cookie.Path == "/auth");
        await visit.ShootAsync("second-factor");

        await visit.FillAsync(("Code", app.WrongCode()));
        await visit.PressAsync("Confirm");
        await visit.HearsAsync(AriaRole.Alert, "You can try 4 more times");
        await Assertions.Expect(visit.Page.GetByLabel("Code")).ToBeFocusedAsync();
        await visit.ShootAsync("second-factor-wrong");

        var code = app.Code(1);
        await visit.FillAsync(("Code", $"{code[..3]} {code[3..]}"));
        await visit.PressAsync("Confirm");
        await visit.SeesAsync("Errors");
        (await visit.CookiesAsync()).Keys.Should().BeEquivalentTo("access_token", "refresh_token");
    }

    [Fact]
    public async Task A_recovery_code_signs_in_too()
    {
        const string email = "user03@acme.test";
        var (_, codes) = await chromium.Site.EnrolAsync(email);
        await using var visit = await chromium.VisitAsync();

        await visit.SignInAsync(email);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Use a recovery code instead" }).ClickAsync();
        await visit.FillAsync(("Recovery code", codes[0]));
        await visit.PressAsync("Confirm");

        await visit.SeesAsync("You are signed in");
    }

    [Fact]
    public async Task Without_a_first_factor_there_is_nothing_to_confirm()
    {
        await using var visit = await chromium.VisitAsync();

        await visit.Page.GotoAsync("/auth/second-factor?returnUrl=/docs/errors");

        await visit.SeesAsync("Sign in");
        await Assertions.Expect(visit.Page.Locator("input[name=returnUrl]")).ToHaveValueAsync("/docs/errors");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_five_wrong_codes_a_new_sign_in_is_asked_for_and_works(bool scripts)
    {
        var email = await chromium.Site.PersonAsync($"hasty-{scripts}@acme.test".ToLowerInvariant());
        var (app, _) = await chromium.Site.EnrolAsync(email);
        await using var visit = await chromium.VisitAsync(options => options.JavaScriptEnabled = scripts);
        await visit.SignInAsync(email);
        for (var i = 0; i < 5; i++)
        {
            await visit.SeesAsync("Confirm that it is you");
            await visit.FillAsync(("Code", app.WrongCode()));
            await visit.PressAsync("Confirm");
        }

        await visit.SeesAsync("Sign in");
        await visit.HearsAsync(AriaRole.Status, "Sign in again");
        await Assertions.Expect(visit.Page.GetByLabel("Email")).ToHaveValueAsync(email);
        await visit.FillAsync(("Password", ApiFixture.Password));
        await visit.PressAsync("Sign in");
        await visit.FillAsync(("Code", app.Code(1)));
        await visit.PressAsync("Confirm");
        await visit.SeesAsync("You are signed in");
    }
}
