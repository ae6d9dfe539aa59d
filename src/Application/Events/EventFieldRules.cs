using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Events;

/// <summary>What the log and the streams are filtered by.</summary>
internal static class EventFieldRules
{
    /// <summary>A name, or its beginning.</summary>
    public static IRuleBuilderOptions<T, string?> EventTypeRule<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(
            text => text is null || NamePattern.IsValid(text),
            new() { Pattern = NamePattern.Form, MaxLength = NamePattern.MaxLength, Example = "user.*" })
        .WithErrorCode(FieldCodes.InvalidFormat).WithMessage("Must be the name of an event, or its beginning with .* at the end");

    /// <summary>The id of any resource.</summary>
    public static IRuleBuilderOptions<T, string?> EventSubjectRule<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(text => text is null || EventSubject.TryParse(text, out _), new() { Example = "usr_01h455vb4pex5vsknk084sn02q" })
        .WithErrorCode(FieldCodes.InvalidFormat).WithMessage("Must be the id of a resource");
}
