using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.UnitTests.Access;

public sealed class ApiKeyTests
{
    private static readonly DateTimeOffset Now = new(2030, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_key_has_its_terms_with_distinct_sorted_scopes()
    {
        var key = Create(scopes: ["users:read", "posts:read", "users:read"]);
        key.Scopes.Should().Equal("posts:read", "users:read");
        (key.Name, key.Mode, key.RateLimitPerMinute, key.ExpiresAt, key.Stamp).Should().Be(("Import", ApiKeyMode.Live, 60, null, 1));
        key.Events.Should().Equal(new ApiKeyCreated(key.Id, key.UserId, key.OrganizationId));
    }

    [Fact]
    public void It_is_revoked_once()
    {
        var key = Create();
        key.ClearDomainEvents();
        key.Revoke(Now.AddHours(1));
        key.Revoke(Now.AddHours(2));
        (key.RevokedAt, key.Version).Should().Be((Now.AddHours(1), 2L));
        key.Events.Should().ContainSingle().Which.Should().BeOfType<ApiKeyRevoked>();
    }

    [Fact]
    public void A_successor_has_the_same_terms_and_the_predecessor_expires()
    {
        var key = Create();
        var successor = key.Rotate("h2", "wxyz", TimeSpan.FromHours(2), Now.AddDays(1));
        (key.ExpiresAt, key.ReplacedBy, key.Stamp).Should().Be((Now.AddDays(1).AddHours(2), successor.Id, 2));
        (successor.Name, successor.Mode, successor.RateLimitPerMinute, successor.ExpiresAt, successor.UserId, successor.LastFour)
            .Should().Be((key.Name, key.Mode, key.RateLimitPerMinute, null, key.UserId, "wxyz"));
        successor.Scopes.Should().Equal(key.Scopes);
    }

    [Fact]
    public void A_successor_has_the_lifetime_of_its_predecessor_whose_expiry_is_never_extended()
    {
        var key = Create(expiresAt: Now.AddDays(30));
        var successor = key.Rotate("h2", "wxyz", TimeSpan.FromDays(7), Now.AddDays(29));
        key.ExpiresAt.Should().Be(Now.AddDays(30), "its own end comes before the grace period's");
        successor.ExpiresAt.Should().Be(Now.AddDays(59));
    }

    [Fact]
    public void A_key_has_one_successor_and_none_after_it_was_revoked_or_has_expired()
    {
        var (rotated, revoked, expired) = (Create(), Create(), Create(expiresAt: Now.AddMinutes(1)));
        rotated.Rotate("h2", "wxyz", TimeSpan.FromHours(1), Now);
        revoked.Revoke(Now);
        foreach (var key in new[] { rotated, revoked, expired })
        {
            FluentActions.Invoking(() => key.Rotate("h3", "wxyz", TimeSpan.FromHours(1), Now.AddMinutes(1))).Should().Throw<ConflictError>();
        }
    }

    private static ApiKey Create(DateTimeOffset? expiresAt = null, params string[] scopes) => ApiKey.Create(
        TypeId.New<OrganizationId>(Now), TypeId.New<UserId>(Now), new ApiKeyTerms("Import", ApiKeyMode.Live, scopes, 60, expiresAt), "h1", "abcd", Now);
}
