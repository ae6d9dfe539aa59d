using CleanApi.Application.UnitTests.Support;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Posts;

/// <summary>Posts for tests.</summary>
internal static class Writings
{
    public static Post By(UserId author, DateTimeOffset? created = null) => Post.Create(TestCaller.Organization, author, "Title", "Body", created ?? Clock.Now);

    /// <summary>Posts of different times, in no order.</summary>
    public static List<Post> Many(UserId author, int count) => [.. Enumerable.Range(0, count).Select(i => By(author, Clock.Now.AddSeconds(i * 37 % 101)))];
}
