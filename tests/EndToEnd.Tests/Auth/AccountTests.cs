namespace CleanApi.EndToEnd.Tests.Auth;

public sealed class AccountTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string NewPassword = "Quiet7rivers-run";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_person_registers_proves_the_address_and_signs_in(bool scripts)
    {
        var email = $"founder-{scripts}@first.test".ToLowerInvariant();
        await using var visit = await chromium.VisitAsync(options => options.JavaScriptEnabled = scripts);
        await visit.Page.GotoAsync("/auth/signin");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Create an account" }).ClickAsync();
        await visit.FillAsync(("Organization", "First Ltd"), ("Your name", "Ada King"), ("Email", email));
        await visit.PressAsync("Create the account");
        await visit.SeesAsync("Check your inbox");
        await visit.ShootAsync("register-sent");

        var mail = await chromium.Site.MailAsync(email, "");
        await visit.Page.GotoAsync(mail.Link!);
        await visit.FillAsync(("Password", NewPassword));
        await visit.PressAsync("Verify my address");
        await visit.HearsAsync(AriaRole.Status, "Your email address is verified.");

        await Assertions.Expect(visit.Page.GetByLabel("Email")).ToHaveValueAsync(email);
        await visit.FillAsync(("Password", NewPassword));
        await visit.PressAsync("Sign in");
        await visit.SeesAsync("You are signed in");
        await Assertions.Expect(visit.Page.GetByText("Ada King")).ToBeVisibleAsync();
        await visit.ShootAsync("signed-in");

        await visit.Page.GotoAsync(mail.Link!);
        await visit.HearsAsync(AriaRole.Alert, "This link is not valid any more");
        await visit.ShootAsync("verify-used");
    }

    [Fact]
    public async Task What_is_wrong_with_a_registration_is_said_at_each_field()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GotoAsync("/auth/register");

        await visit.FillAsync(("Your name", "Ada King"), ("Email", "ada"));
        await visit.PressAsync("Create the account");

        await Assertions.Expect(visit.Page.GetByLabel("Organization")).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page.GetByLabel("Your name")).ToHaveValueAsync("Ada King");
        await Assertions.Expect(visit.Page.GetByLabel("Email")).ToHaveAccessibleDescriptionAsync("Invalid email format");
        await visit.ShootAsync("register-wrong");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_has_forgotten_the_password_sets_another_one_by_mail(bool scripts)
    {
        var email = await chromium.Site.PersonAsync($"forgetful-{scripts}@acme.test".ToLowerInvariant());
        await using var visit = await chromium.VisitAsync(options => options.JavaScriptEnabled = scripts);
        await visit.Page.GotoAsync("/auth/signin");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Forgot your password?" }).ClickAsync();
        await visit.FillAsync(("Email", email));
        await visit.PressAsync("Send the link");
        await visit.SeesAsync("Check your inbox");
        await visit.ShootAsync("forgot-sent");

        var mail = await chromium.Site.MailAsync(email, "");
        await visit.Page.GotoAsync(mail.Link!);
        await visit.FillAsync(("New password", "password"));
        await visit.PressAsync("Set the password");
        await Assertions.Expect(visit.Page.GetByLabel("New password")).ToBeFocusedAsync();
        await visit.ShootAsync("reset-wrong");
        await visit.FillAsync(("New password", NewPassword));
        await visit.PressAsync("Set the password");

        await visit.HearsAsync(AriaRole.Status, "Your password is changed");
        await Assertions.Expect(visit.Page.GetByLabel("Email")).ToHaveValueAsync(email);
        await visit.FillAsync(("Password", NewPassword));
        await visit.PressAsync("Sign in");
        await visit.SeesAsync("You are signed in");
    }
}
