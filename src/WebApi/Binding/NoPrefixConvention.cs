using CleanApi.WebApi.Json;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CleanApi.WebApi.Binding;

/// <summary>
/// Binds the members of a query by their own names alone. With the name of C#'s parameter in front, ASP.NET Core binds them too, and then ignores all others.
/// </summary>
internal sealed class NoPrefixConvention : IParameterModelConvention
{
    public void Apply(ParameterModel parameter)
    {
        if (parameter.BindingInfo is { BinderModelName: null } binding && binding.BindingSource == BindingSource.Query && Scalars.Of(parameter.ParameterType) is null)
        {
            binding.BinderModelName = "";
        }
    }
}
