using CleanApi.Application.Common.Events;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Webhooks;
using FluentValidation;

namespace CleanApi.Application.Webhooks;

internal sealed class UpdateWebhookValidator : AbstractValidator<UpdateWebhook>
{
    public UpdateWebhookValidator()
    {
        When(command => command.Url.IsPresent, () => RuleFor(command => command.Url.Value).WebhookUrlRule());
        When(command => command.EventTypes.IsPresent, () => RuleFor(command => command.EventTypes.Value).Cascade(CascadeMode.Stop)
            .NotNull().WithErrorCode(FieldCodes.Required).WithMessage("Event types can't be removed: disable the endpoint")
            .EventTypesRule().DependentRules(() => RuleForEach(command => command.EventTypes.Value).NotNull().WithErrorCode(FieldCodes.Required).WithMessage("Name an event, or leave it out").EventTypeRule()));
        RuleFor(command => command.Description.Value).TextRule(WebhookEndpoint.DescriptionRule);
        When(command => command.Status.IsPresent, () => RuleFor(command => command.Status.Value).Cascade(CascadeMode.Stop)
            .NotNull().WithErrorCode(FieldCodes.Required).WithMessage("Status can't be removed"));
    }
}
