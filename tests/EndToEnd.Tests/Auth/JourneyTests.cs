using CleanApi.WebApi.IntegrationTests.Access;

namespace CleanApi.EndToEnd.Tests.Auth;

/// <summary>All pages in a row, as a person goes who has nothing but a browser and a mailbox.</summary>
public sealed class JourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Password = "Quiet7rivers-run";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Requirement", "R245")]
    [Trait("Requirement", "R246")]
    public async Task A_person_registers_sets_up_factors_accepts_an_invitation_and_goes_to_the_other_organization(bool scripts)
    {
        var (site, organization, email) = (chromium.Site, $"Journey {scripts}", $"journey-{scripts}@first.test".ToLowerInvariant());
        await using var visit = await chromium.VisitAsync(options => options.JavaScriptEnabled = scripts);
        if (scripts)
        {
            await visit.PasskeyDeviceAsync();
        }

        await visit.Page.GotoAsync("/");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Create an account" }).ClickAsync();
        await visit.FillAsync(("Organization", organization), ("Your name", "Ada King"), ("Email", email));
        await visit.PressAsync("Create the account");
        await visit.SeesAsync("Check your inbox");
        await visit.Page.GotoAsync((await site.MailAsync(email, "Confirm")).Link!);
        await visit.FillAsync(("Password", Password));
        await visit.PressAsync("Verify my address");
        await visit.HearsAsync(AriaRole.Status, "Your email address is verified.");
        await site.RequireFactorAsync(organization);

        await visit.FillAsync(("Password", Password));
        await visit.PressAsync("Sign in");
        var app = await EnrolAsync(visit);
        if (scripts)
        {
            await visit.PressAsync("Add a passkey");
            await visit.HearsAsync(AriaRole.Status, "Your passkey is ready.");
        }

        await visit.PressAsync("Sign out");
        await visit.HearsAsync(AriaRole.Status, "You are signed out.");

        await visit.Page.GotoAsync(await site.InviteAsync(email, "VIEWER"));
        await visit.SeesAsync("Join Acme");
        await Assertions.Expect(visit.Page.GetByText("Acme Admin")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByLabel("Email")).ToHaveValueAsync(email);
        if (scripts)
        {
            await visit.PressAsync("Sign in with a passkey");
        }
        else
        {
            await visit.FillAsync(("Password", Password));
            await visit.PressAsync("Sign in");
            await visit.FillAsync(("Code", app.Code(1)));
            await visit.PressAsync("Confirm");
        }

        await visit.SeesAsync("Join Acme");
        await visit.PressAsync("Join");
        await visit.HearsAsync(AriaRole.Status, "Welcome! Your account has joined the organization.");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Definition).Filter(new() { HasText = organization })).ToBeVisibleAsync();
        await visit.PressAsync("Go to Acme");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Definition).Filter(new() { HasText = "Acme" })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Go to {organization}" })).ToBeVisibleAsync();
    }

    private async Task<AuthenticatorApp> EnrolAsync(Visit visit)
    {
        await visit.SeesAsync("Set up a second factor");
        await visit.PressAsync("Set up an authenticator app");
        var app = new AuthenticatorApp((await visit.Page.Locator(".key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal), chromium.Site.Clock);
        await visit.FillAsync(("Code", app.Code()));
        await visit.PressAsync("Confirm");
        await visit.Page.GetByLabel("I have saved them").CheckAsync();
        await visit.PressAsync("Continue");
        await visit.HearsAsync(AriaRole.Status, "Your second factor is ready.");
        return app;
    }
}
