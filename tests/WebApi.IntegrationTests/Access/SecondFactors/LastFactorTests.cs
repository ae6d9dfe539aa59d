using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class LastFactorTests(PasskeyApi api) : IClassFixture<PasskeyApi>
{
    private const string Message = "An organization that you are in requires a second factor: set up another one first";

    [Fact]
    [Trait("Requirement", "R249")]
    public async Task The_last_factor_stays_where_another_organization_of_theirs_requires_one_and_its_name_is_not_told()
    {
        using var laptop = new SoftAuthenticator();
        var email = await api.PersonAsync();
        var id = await api.AddAsync(email, laptop);
        await api.ExecuteAsync(
            $"""
            with joined as (
              insert into users.users (id, organization_id, email, name, role, status, version, created_at, updated_at)
              select gen_random_uuid(), organizations.id, '{email}', 'Guest', 'MEMBER', 'ACTIVE', 1, now(), now() from organizations.organizations where name = 'Globex'
              returning id, organization_id
            )
            insert into access.memberships (account_id, user_id, organization_id, created_at)
            select accounts.id, joined.id, joined.organization_id, now() from joined, access.accounts where accounts.email = '{email}'
            """);
        await api.ExecuteAsync("update organizations.organizations set require_second_factor = true where name = 'Globex'");

        var (status, body) = await api.RemoveAsync(email, id);

        (status, body.Text("error.message")).Should().Be((HttpStatusCode.Conflict, Message));
        (await api.SignInAsync(laptop)).Status.Should().Be(HttpStatusCode.OK);
        await api.ExecuteAsync("update organizations.organizations set require_second_factor = false where name = 'Globex'");
        (await api.RemoveAsync(email, id)).Status.Should().Be(HttpStatusCode.NoContent);
    }

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
        (status, body.Text("error.message")).Should().Be((HttpStatusCode.Conflict, Message));
        (await api.SignInAsync(phone)).Status.Should().Be(HttpStatusCode.OK);
        await api.ExecuteAsync("update organizations.organizations set require_second_factor = false where name = 'Acme'");
        (await api.RemoveAsync(email, second)).Status.Should().Be(HttpStatusCode.NoContent);
    }
}
