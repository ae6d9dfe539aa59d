using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Support;

/// <summary>The caller of a test; anonymous by default.</summary>
internal sealed class TestCaller(Caller? authenticated) : CallerContext
{
    public static readonly OrganizationId Organization = TypeId.New<OrganizationId>(Clock.Now);

    public static readonly UserId Self = TypeId.New<UserId>(Clock.Now);

    public TestCaller(UserRole? role = null)
        : this(role is { } given ? User(given) : null)
    {
    }

    public override RequestOrigin Origin => RequestOrigin.None;

    protected override Caller? Authenticated => authenticated;

    /// <summary>A user with a session.</summary>
    public static UserCaller User(UserRole role) => new(Self, Organization, role, TypeId.New<SessionId>(Clock.Now), 1);

    /// <summary>A live-mode key with these scopes.</summary>
    public static ApiKeyCaller Key(UserRole role, params string[] scopes) =>
        new(Self, Organization, role, TypeId.New<ApiKeyId>(Clock.Now), 1, ApiKeyMode.Live, scopes.ToHashSet(StringComparer.Ordinal), null);

    /// <summary>The system.</summary>
    public static SystemCaller Program(UserId? onBehalfOf = null) => new(Organization, onBehalfOf);
}
