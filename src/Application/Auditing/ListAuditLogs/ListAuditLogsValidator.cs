using CleanApi.Application.Common.Events;
using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using FluentValidation;

namespace CleanApi.Application.Auditing;

internal sealed class ListAuditLogsValidator : PagedQueryValidator<ListAuditLogs>
{
    public ListAuditLogsValidator()
    {
        RuleFor(query => query.Actor)
            .Must(
                text => text is null || TypeId.TryParse<UserId>(text, out _) || TypeId.TryParse<ApiKeyId>(text, out _),
                new() { Example = "usr_01h455vb4pex5vsknk084sn02q" })
            .WithErrorCode(FieldCodes.InvalidFormat).WithMessage("Must be the id of a user or of an API key");
        RuleFor(query => query.Action)
            .Must(
                text => text is null || NamePattern.IsValid(text),
                new() { Pattern = NamePattern.Form, MaxLength = NamePattern.MaxLength, Example = "user.*" })
            .WithErrorCode(FieldCodes.InvalidFormat).WithMessage("Must be an action, or its beginning with .* at the end");
        RuleFor(query => query.Target)
            .Must(text => text is null || PublicIds.TryParse(text, out _, out _), new() { Example = "post_01h455vb4pex5vsknk084sn02q" })
            .WithErrorCode(FieldCodes.InvalidFormat).WithMessage("Must be the id of a resource");
    }
}
