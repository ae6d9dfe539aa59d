using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class LastFactorTests(PasskeyApi api) : IClassFixture<PasskeyApi>
{
    [Fact]
    public async Task The_last_passkey_stays_where_the_organization_requires_a_second_factor()
    {
        using var laptop = new SoftAuthenticator();
        using var phone = new SoftAuthenticator();
        var email = await api.PersonAsync();
        var (first, second) = (await api.AddAsync(email, laptop), await api.AddAsync(email, phone, "Phone"));
        await api.ExecuteAsync("update organizations.organizations set require_second_factor = true where name = 'Acme'");
        (await api.RemoveAsync(email, first)).Status.Should().Be(HttpStatusCode.NoContent);
        var (status, body) = await api.RemoveAsync(email, second);
        (status, body.Text("error.message")).Should().Be((HttpStatusCode.Conflict, "Your organization requires a second factor: set up another one first"));
        (await api.SignInAsync(phone)).Status.Should().Be(HttpStatusCode.OK);
        await api.ExecuteAsync("update organizations.organizations set require_second_factor = false where name = 'Acme'");
        (await api.RemoveAsync(email, second)).Status.Should().Be(HttpStatusCode.NoContent);
    }
}
