using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Posts;
using FluentValidation;

namespace CleanApi.Application.Posts;

/// <summary>Rules that several requests about posts share.</summary>
internal static class PostFieldRules
{
    /// <summary>What <c>?include=</c> can embed in a post.</summary>
    public const string Author = "author";

    /// <summary>Null or a supported value.</summary>
    public static IRuleBuilderOptions<T, string?> PostIncludeRule<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Must(include => include is null or Author, new() { Enum = [Author] })
            .WithErrorCode(FieldCodes.InvalidValue).WithMessage("Must be author");

    /// <summary>What a new post can be: nothing is archived that nobody has read.</summary>
    public static IRuleBuilderOptions<T, PostStatus> NewStatusRule<T>(this IRuleBuilderInitial<T, PostStatus> rule) =>
        rule.Must(status => status is PostStatus.Draft or PostStatus.Published, new() { Enum = ["DRAFT", "PUBLISHED"] })
            .WithErrorCode(FieldCodes.InvalidValue).WithMessage("Must be DRAFT or PUBLISHED");
}
