using CleanApi.WebApi.IntegrationTests.Access;

namespace CleanApi.EndToEnd.Tests.Auth;

/// <summary>Where an organization requires a second factor, whoever has none sets one up after the sign-in.</summary>
public sealed class EnrolmentTests(Chromium chromium) : IClassFixture<Chromium>
{
    private Site Site => chromium.Site;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_authenticator_app_is_set_up_and_its_codes_are_saved_before_one_goes_on(bool scripts)
    {
        var email = await FounderAsync($"App {scripts}", $"app-{scripts}@enrol.test".ToLowerInvariant());
        await using var visit = await chromium.VisitAsync(options => options.JavaScriptEnabled = scripts);
        await visit.Page.GotoAsync("/auth/signin?returnUrl=/docs/errors");
        await visit.FillAsync(("Email", email), ("Password", ApiFixture.Password));
        await visit.PressAsync("Sign in");

        await visit.SeesAsync("Set up a second factor");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Set up a passkey" })).ToBeVisibleAsync(new() { Visible = scripts });
        await Assertions.Expect(visit.Page.Locator("noscript p")).ToBeVisibleAsync(new() { Visible = !scripts });
        await LookAsync(visit, scripts, "enrolment");
        await visit.PressAsync("Set up an authenticator app");
        var image = visit.Page.GetByRole(AriaRole.Img, new() { Name = "QR code" });
        (await image.EvaluateAsync<int>("image => image.naturalWidth")).Should().BeGreaterThan(100);
        await LookAsync(visit, scripts, "enrolment-app");
        var app = new AuthenticatorApp((await visit.Page.Locator(".key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal), Site.Clock);
        await visit.FillAsync(("Code", app.WrongCode()));
        await visit.PressAsync("Confirm");
        var code = visit.Page.GetByLabel("Code", new() { Exact = true });
        await Assertions.Expect(code).ToBeFocusedAsync();
        await Assertions.Expect(code).ToHaveAccessibleDescriptionAsync("Six digits. Wrong code");
        await LookAsync(visit, scripts, "enrolment-app-wrong");
        await visit.FillAsync(("Code", app.Code()));
        await visit.PressAsync("Confirm");

        await visit.SeesAsync("Your authenticator app is set up");
        await LookAsync(visit, scripts, "enrolment-codes");
        var codes = await visit.Page.Locator(".codes li").AllInnerTextsAsync();
        codes.Should().HaveCount(10);
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "Download as text" }).ClickAsync());
        download.SuggestedFilename.Should().Be("cleanapi-recovery-codes.txt");
        (await File.ReadAllLinesAsync(await download.PathAsync())).Should().Equal(codes);
        await visit.PressAsync("Continue");
        await visit.SeesAsync("Your authenticator app is set up");
        await visit.Page.GetByLabel("I have saved them").CheckAsync();
        await visit.PressAsync("Continue");
        await visit.SeesAsync("Errors");
        await visit.Page.GotoAsync("/auth/signed-in");
        await visit.SeesAsync("You are signed in");
    }

    [Fact]
    public async Task Recovery_codes_can_be_copied()
    {
        var email = await FounderAsync("Copy Ltd", "copy@enrol.test");
        await using var visit = await chromium.VisitAsync(options => options.Permissions = ["clipboard-read", "clipboard-write"]);
        await visit.SignInAsync(email);
        await visit.PressAsync("Set up an authenticator app");
        var app = new AuthenticatorApp((await visit.Page.Locator(".key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal), Site.Clock);
        await visit.FillAsync(("Code", app.Code()));
        await visit.PressAsync("Confirm");

        await visit.PressAsync("Copy");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();
        var codes = await visit.Page.Locator(".codes li").AllInnerTextsAsync();
        (await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).Should().Be(string.Concat(codes.Select(code => $"{code}\n")));
    }

    [Fact]
    public async Task A_passkey_does_as_well()
    {
        var email = await FounderAsync("Passkey Ltd", "passkey@enrol.test");
        await using var visit = await chromium.VisitAsync();
        await visit.PasskeyDeviceAsync();
        await visit.Page.GotoAsync("/auth/signin?returnUrl=/auth/signed-in");
        await visit.FillAsync(("Email", email), ("Password", ApiFixture.Password));
        await visit.PressAsync("Sign in");
        await visit.SeesAsync("Set up a second factor");

        await visit.FillAsync(("Name of the passkey", ""));
        await visit.PressAsync("Set up a passkey");
        await Assertions.Expect(visit.Page.GetByLabel("Name of the passkey")).ToHaveAccessibleDescriptionAsync("Name is required");
        await visit.FillAsync(("Name of the passkey", "Laptop"));
        await visit.PressAsync("Set up a passkey");
        await Assertions.Expect(visit.Page.Locator(".codes li")).ToHaveCountAsync(10);
        await visit.ShootAsync("enrolment-passkey-codes");
        await visit.Page.GetByLabel("I have saved them").CheckAsync();
        await visit.PressAsync("Continue");

        await visit.SeesAsync("You are signed in");
    }

    private async Task<string> FounderAsync(string organization, string email)
    {
        await Site.FoundAsync(organization, email);
        await Site.RequireFactorAsync(organization);
        return email;
    }

    // axe-core needs scripts.
    private static Task LookAsync(Visit visit, bool scripts, string name) => scripts ? visit.InspectAsync(name) : visit.ShootAsync($"{name}-without-scripts");
}
