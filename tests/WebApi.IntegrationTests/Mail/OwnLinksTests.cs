using CleanApi.WebApi.IntegrationTests.Access;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>Mails lead to the operator's own front end.</summary>
public sealed class OwnLinksTests(OwnLinksApi api) : IClassFixture<OwnLinksApi>
{
    [Fact]
    public async Task Every_mail_with_a_token_leads_to_the_page_that_is_set_for_it()
    {
        var email = AccountsApi.NewEmail();
        await api.RegisterAsync(email);
        var token = (await api.MailAsync(email, "Confirm your address")).Link;
        token.Should().StartWith("https://app.acme.test/verify/tok_");
        await api.VerifyAsync(token.Split('/')[^1]);
        await api.PostAsync("/api/auth/forgot-password", new { email });
        (await api.MailAsync(email, "Set another password")).Link.Should().StartWith("https://app.acme.test/reset#tok_");
        using var admin = await api.ClientAsync(ApiFixture.Admin);
        using var invited = await admin.PostJsonAsync("/api/v1/invitations", new { email = "guest@fresh.test", role = "MEMBER" });

        (await api.MailAsync("guest@fresh.test", "invited")).Link.Should().StartWith("http://localhost:3000/join?t=tok_");
    }
}
