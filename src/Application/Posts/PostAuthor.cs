using CleanApi.Application.Users;

namespace CleanApi.Application.Posts;

/// <summary>What is shown of a post's author.</summary>
/// <param name="Name">The name; null once they have left the organization.</param>
/// <param name="AvatarUrl">A picture; null when they have none, or have left.</param>
/// <param name="Deleted">Whether they have left: their posts stay.</param>
public sealed record PostAuthor(string? Name, string? AvatarUrl, bool Deleted)
{
    private static readonly PostAuthor Gone = new(null, null, Deleted: true);

    /// <summary>Of a user; null: who is not there any more.</summary>
    public static PostAuthor Of(UserResponse? user) => user is null ? Gone : new(user.Name, user.AvatarUrl, Deleted: false);
}
