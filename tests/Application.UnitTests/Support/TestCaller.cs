using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Support;

/// <summary>Who sends the requests of a test; nobody, unless a role is given.</summary>
internal sealed class TestCaller : ICallerContext
{
    public static readonly OrganizationId Organization = TypeId.New<OrganizationId>(Clock.Now);

    public static readonly UserId Self = TypeId.New<UserId>(Clock.Now);

    public TestCaller(UserRole? role = null) => Caller = role is { } given ? new Caller(Self, Organization, given) : null;

    public Caller? Caller { get; private set; }

    /// <summary>A live key with these scopes.</summary>
    public static ApiKeyGrant Key(params string[] scopes) => new(TypeId.New<ApiKeyId>(Clock.Now), 1, ApiKeyMode.Live, scopes.ToHashSet(StringComparer.Ordinal), null);

    public RequestOrigin Origin => RequestOrigin.None;

    public void Enter(Caller caller) => Caller = caller;
}
