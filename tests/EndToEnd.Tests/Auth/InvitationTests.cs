namespace CleanApi.EndToEnd.Tests.Auth;

public sealed class InvitationTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Password = "Quiet7rivers-run";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_is_invited_chooses_a_password_and_signs_in(bool scripts)
    {
        var email = $"invited-{scripts}@second.test".ToLowerInvariant();
        using var admin = await chromium.Site.ClientAsync(ApiFixture.Admin);
        using var sent = await admin.PostJsonAsync("/api/v1/invitations", new { email, role = "VIEWER" });
        sent.IsSuccessStatusCode.Should().BeTrue();
        var mail = await chromium.Site.MailAsync(email, "invited");
        await using var visit = await chromium.VisitAsync(options => options.JavaScriptEnabled = scripts);

        await visit.Page.GotoAsync(mail.Link!);
        await Assertions.Expect(visit.Page.GetByText("Acme Admin")).ToBeVisibleAsync();
        await visit.FillAsync(("Your name", "Mary Somerville"), ("Password", "password"));
        await visit.PressAsync("Join");
        await Assertions.Expect(visit.Page.GetByLabel("Password")).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page.GetByLabel("Your name")).ToHaveValueAsync("Mary Somerville");
        await visit.ShootAsync("invitation-wrong");
        await visit.FillAsync(("Password", Password));
        await visit.PressAsync("Join");

        await visit.HearsAsync(AriaRole.Status, "Your account is ready");
        await Assertions.Expect(visit.Page.GetByLabel("Email")).ToHaveValueAsync(email);
        await visit.FillAsync(("Password", Password));
        await visit.PressAsync("Sign in");
        await visit.SeesAsync("You are signed in");
        await Assertions.Expect(visit.Page.GetByText("Mary Somerville")).ToBeVisibleAsync();

        await visit.Page.GotoAsync(mail.Link!);
        await visit.HearsAsync(AriaRole.Alert, "This invitation is not valid");
        await visit.ShootAsync("invitation-used");
    }
}
