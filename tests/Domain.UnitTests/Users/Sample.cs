using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.UnitTests.Users;

/// <summary>Users for tests.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2030, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Later = Now.AddHours(1);

    public static readonly OrganizationId Organization = TypeId.New<OrganizationId>(Now);

    /// <summary>Somebody else than the user of the test.</summary>
    public static readonly UserId Other = TypeId.New<UserId>(Now);

    public static readonly EmailAddress Email = EmailAddress.Parse("user@acme.test");

    public static User User(UserRole role = UserRole.Member) => Domain.Users.User.CreateActive(Organization, Email, "User", role, Now);

    public static User Invited(UserRole role = UserRole.Member) => Domain.Users.User.Create(Organization, Email, "User", role, Now);
}
