using CleanApi.Application.Common.Requests;
using CleanApi.Application.Posts;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Common;
using CleanApi.WebApi.Common;
using System.ComponentModel.DataAnnotations;

namespace CleanApi.WebApi.Posts;

/// <summary>What is embedded of an author in a post.</summary>
/// <param name="Name">1 to 100 characters; null when they have left the organization.</param>
/// <param name="AvatarUrl">A picture: an https address, or a path of this service if it was uploaded.</param>
/// <param name="Deleted">Whether they have left the organization; their posts stay.</param>
public sealed record AuthorSummary(
    [property: Name(NameRule.MaxNameLength), Example("Ada Lovelace")] string? Name, [property: DataType("uri-reference"), MaxLength(SafeUrl.MaxLength), Example("https://www.gravatar.com/avatar/0")] string? AvatarUrl, bool Deleted)
{
    /// <summary>The summary of an author; null where it was not asked for.</summary>
    public static AuthorSummary? Of(PostAuthor? author) => author is null ? null : new(author.Name, author.AvatarUrl, author.Deleted);
}
