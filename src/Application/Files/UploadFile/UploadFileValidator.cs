using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Files;
using FluentValidation;

namespace CleanApi.Application.Files;

internal sealed class UploadFileValidator : AbstractValidator<UploadFile>
{
    public UploadFileValidator()
    {
        RuleFor(command => command.Name).NameRule(FileName.Rule);
        RuleFor(command => command.Name).Must(name => FileName.IsPlain(name!)).When(command => !string.IsNullOrWhiteSpace(command.Name))
            .WithErrorCode(FieldCodes.InvalidFormat).WithMessage(FileName.NotPlainMessage);
        RuleFor(command => command.ContentType).Must(type => FileType.Find(type) is not null).WithErrorCode(FieldCodes.InvalidValue).WithMessage(FileErrors.TypeMessage);
        RuleFor(command => command.Name).Must((command, name) => FileType.Find(command.ContentType)!.HasExtension(name!.Trim()))
            .When(command => !string.IsNullOrWhiteSpace(command.Name) && FileType.Find(command.ContentType) is not null)
            .WithErrorCode(FieldCodes.InvalidValue).WithMessage(FileErrors.ExtensionMessage);
    }
}
