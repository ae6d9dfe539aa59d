using CleanApi.WebApi.IntegrationTests.Access;

namespace CleanApi.EndToEnd.Tests.Auth;

/// <summary>Every form with Tab, Enter and the letters alone, with and without scripts; and where one is can be seen.</summary>
public sealed class KeyboardTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Password = "Quiet7rivers-run";

    private Site Site => chromium.Site;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Registering_and_setting_up_an_authenticator_app(bool scripts)
    {
        var (organization, email) = ($"Keys {scripts}", $"keys-{scripts}@keys.test".ToLowerInvariant());
        await using var visit = await VisitAsync(scripts);
        var keys = new Keys(visit.Page);
        await visit.Page.GotoAsync("/auth/register");
        await keys.TypeAsync("Organization", organization);
        await keys.TypeAsync("Your name", "Ada King");
        await keys.TypeAsync("Email", email);
        await keys.UseAsync(AriaRole.Button, "Create the account");
        await visit.SeesAsync("Check your inbox");

        await visit.Page.GotoAsync((await Site.MailAsync(email, "Confirm")).Link!);
        await keys.TypeAsync("Password", Password);
        await keys.UseAsync(AriaRole.Button, "Verify my address");
        await visit.SeesAsync("Sign in");
        await Site.RequireFactorAsync(organization);
        // The address is there, and the focus is where one goes on.
        await visit.Page.Keyboard.TypeAsync(Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeesAsync("Set up a second factor");
        await keys.UseAsync(AriaRole.Button, "Set up an authenticator app");
        var secret = (await visit.Page.Locator(".key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await visit.Page.Keyboard.TypeAsync(new AuthenticatorApp(secret, Site.Clock).Code());
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeesAsync("Your authenticator app is set up");
        await keys.GoToAsync(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Download as text" }));
        await keys.UseAsync(AriaRole.Checkbox, "I have saved them");
        await keys.UseAsync(AriaRole.Button, "Continue");
        await visit.SeesAsync("You are signed in");
        await keys.UseAsync(AriaRole.Button, "Sign out");
        await visit.HearsAsync(AriaRole.Status, "You are signed out.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_forgotten_password_and_the_second_factor(bool scripts)
    {
        var email = await Site.PersonAsync($"forgot-{scripts}@keys.test".ToLowerInvariant());
        var (app, codes) = await Site.EnrolAsync(email);
        await using var visit = await VisitAsync(scripts);
        var keys = new Keys(visit.Page);
        await visit.Page.GotoAsync("/auth/signin");
        await keys.UseAsync(AriaRole.Link, "Forgot your password?");
        await keys.TypeAsync("Email", email);
        await keys.UseAsync(AriaRole.Button, "Send the link");
        await visit.SeesAsync("Check your inbox");
        await visit.Page.GotoAsync((await Site.MailAsync(email, "Set another password")).Link!);
        await keys.TypeAsync("New password", Password);
        await keys.UseAsync(AriaRole.Button, "Set the password");
        await visit.HearsAsync(AriaRole.Status, "Your password is changed");

        await visit.Page.Keyboard.TypeAsync(Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeesAsync("Confirm that it is you");
        await visit.Page.Keyboard.TypeAsync(app.WrongCode());
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.HearsAsync(AriaRole.Alert, "4 more times");
        await keys.UseAsync(AriaRole.Link, "Use a recovery code instead");
        await Assertions.Expect(visit.Page.GetByLabel("Recovery code")).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync(codes[0]);
        await keys.UseAsync(AriaRole.Button, "Confirm");
        await visit.SeesAsync("You are signed in");

        await visit.Page.GotoAsync("/auth/reauthenticate?returnUrl=/docs/errors");
        await Assertions.Expect(visit.Page.GetByLabel("Code", new() { Exact = true })).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync(app.Code(1));
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeesAsync("Errors");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_invitation(bool scripts)
    {
        var email = $"invited-{scripts}@keys.test".ToLowerInvariant();
        await using var visit = await VisitAsync(scripts);
        var keys = new Keys(visit.Page);
        await visit.Page.GotoAsync(await Site.InviteAsync(email));
        await keys.TypeAsync("Your name", "Mary Somerville");
        await keys.TypeAsync("Password", "password");
        await keys.UseAsync(AriaRole.Button, "Join");
        await Assertions.Expect(visit.Page.GetByLabel("Password", new() { Exact = true })).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync(Password);
        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.HearsAsync(AriaRole.Status, "Your account is ready");
        await visit.Page.Keyboard.TypeAsync(Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeesAsync("You are signed in");
    }

    private Task<Visit> VisitAsync(bool scripts) => chromium.VisitAsync(options => options.JavaScriptEnabled = scripts);
}
