using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Support;

/// <summary>Users for tests.</summary>
internal static class People
{
    public static User User(UserRole role = UserRole.Member, string name = "User", string email = "user@acme.test", DateTimeOffset? created = null)
    {
        var user = Domain.Users.User.CreateActive(TestCaller.Organization, EmailAddress.Parse(email), name, role, created ?? Clock.Now.AddDays(-1));
        user.ClearDomainEvents();
        return user;
    }

    /// <summary>Users of few names and times, so that there are ties.</summary>
    public static List<User> Crowd(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => User(
            (UserRole)(i % 3), $"{(char)('A' + (i * 7 % 5))} {"éa😀"[i % 2]}", $"{i * 37 % 101}@acme.test", Clock.Now.AddSeconds(i * 11 % 4))),
    ];
}
