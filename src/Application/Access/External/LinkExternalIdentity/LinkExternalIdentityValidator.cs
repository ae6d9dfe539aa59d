using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class LinkExternalIdentityValidator : AbstractValidator<LinkExternalIdentity>
{
    private readonly IExternalProviders providers;

    public LinkExternalIdentityValidator(IExternalProviders providers)
    {
        this.providers = providers;
        RuleFor(request => request.Provider).Cascade(CascadeMode.Stop)
            .NotEmpty().WithErrorCode(FieldCodes.Required).WithMessage("Provider is required")
            .Must(IsKnown).WithErrorCode(FieldCodes.InvalidValue).WithMessage("This provider is not set up here");
        RuleFor(request => request.ReturnUrl).ReturnUrlRule();
    }

    private bool IsKnown(string? name) => providers.All.Any(provider => string.Equals(provider.Name, name, StringComparison.OrdinalIgnoreCase));
}
