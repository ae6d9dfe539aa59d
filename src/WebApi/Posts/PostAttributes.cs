using System.ComponentModel.DataAnnotations;
using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Posts;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Posts;

/// <summary>What is told of a post.</summary>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Body">At most 20,000 characters; may be empty.</param>
/// <param name="CreatedAt">When it was written, UTC.</param>
/// <param name="UpdatedAt">When it last changed, UTC.</param>
public sealed record PostAttributes(
    [property: Name(Post.MaxTitleLength), Example("Release notes")] string Title,
    [property: MaxLength(Post.MaxBodyLength), Example("Lists are read by cursor now.")] string Body,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
