using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;

namespace CleanApi.Infrastructure.Demo;

/// <summary>The posts of the demo data.</summary>
internal static class DemoPosts
{
    /// <summary>The number of posts in Acme.</summary>
    public const int InAcme = 200;

    private static readonly string[] Topics =
        ["Release notes", "Minutes of the meeting", "A question about invoices", "Welcome aboard", "What we learned", "Plans for the quarter", "On call"];

    /// <summary>Creates posts, distributed over all users who may write, each between its author's creation and now.</summary>
    public static IEnumerable<Post> By(IEnumerable<User> users, int count, DateTimeOffset now)
    {
        var authors = users.Where(user => user.Role != UserRole.Viewer).ToList();
        var turns = (count + authors.Count - 1) / authors.Count;
        for (var i = 0; i < count; i++)
        {
            var author = authors[i % authors.Count];
            var turn = (i / authors.Count) + 1;
            // Whole milliseconds, as MillisecondClock returns.
            var age = (long)(now - author.CreatedAt).TotalMilliseconds * turn / (turns + 1);
            yield return Create(author, i, $"Post {turn} by *{author.Name}*.", author.CreatedAt.AddMilliseconds(age));
        }
    }

    // Of ten posts one is a draft, and one is archived.
    private static Post Create(User author, int number, string body, DateTimeOffset now)
    {
        var post = Post.Create(author.OrganizationId, author.Id, $"{Topics[number % Topics.Length]} #{number + 1}", body, now);
        if (number % 10 != 4)
        {
            post.Publish(now);
        }

        if (number % 10 == 9)
        {
            post.Archive(now);
        }

        return post;
    }
}
