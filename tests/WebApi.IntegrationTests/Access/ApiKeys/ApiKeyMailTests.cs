using System.Net;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Users are notified of new keys, in case someone else created them.</summary>
public sealed class ApiKeyMailTests(ApiKeysApi api) : IClassFixture<ApiKeysApi>
{
    private const string Subject = "An API key was made for your account";

    [Fact]
    public async Task A_key_and_its_successor_are_mailed_to_their_owner_without_their_text()
    {
        var person = await api.AddAsync();
        var (path, key) = await api.CreateAsync(person.Email, new { name = "Nightly <import>", mode = "test" });
        // Mails are sent side by side: the first one has come before there is another.
        await api.MailAsync(person.Email, Subject);
        var rotated = (await api.SendAsync(person.Email, "POST", path + "/rotate")).Expect(HttpStatusCode.Created);
        var successor = rotated.Text("data.attributes.key")!;

        foreach (var (number, told) in new[] { (1, key), (2, successor) })
        {
            var mail = await api.MailAsync(person.Email, Subject, number);
            mail.Text.Should().Contain($"a test API key, which ends in {told[^4..]},").And.Contain("    Nightly <import>").And.Contain("from 127.0.0.1.");
            mail.Html.Should().Contain("Nightly &lt;import&gt;").And.Contain(told[^4..]).And.Contain("127.0.0.1");
            (mail.Text + mail.Html).Should().NotContain(told);
        }
    }

    [Fact]
    [Trait("Requirement", "R243")]
    public async Task A_rejected_request_sends_no_mail()
    {
        var person = await api.AddAsync();
        var (path, _) = await api.CreateAsync(person.Email);
        (await api.SendAsync(person.Email, "POST", ApiKeysApi.Keys, new { name = "x", scopes = new[] { "users:delete" } }))
            .Expect(HttpStatusCode.Forbidden);
        (await api.SendAsync(person.Email, "POST", path + "/rotate")).Expect(HttpStatusCode.Created);
        (await api.SendAsync(person.Email, "POST", path + "/rotate")).ExpectRefusal(
            HttpStatusCode.Conflict, "CONFLICT", "KEY_ROTATED", "The key has been rotated already");
        (await api.MailsAsync(person.Email)).Count(mail => mail.Subject == Subject).Should().Be(2);
    }
}
