using System.Collections.Frozen;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CleanApi.WebApi.OpenApi;

/// <summary>The types that request bodies are read into.</summary>
/// <param name="descriptions">The operations.</param>
internal sealed class BodyTypes(IApiDescriptionGroupCollectionProvider descriptions)
{
    private readonly Lazy<FrozenSet<Type>> types = new(() => descriptions.ApiDescriptionGroups.Items
        .SelectMany(group => group.Items)
        .SelectMany(operation => operation.ParameterDescriptions)
        .Where(parameter => parameter.Source == BindingSource.Body)
        .Select(parameter => parameter.Type)
        .ToFrozenSet());

    /// <summary>Whether it is one of them.</summary>
    public bool Contains(Type type) => types.Value.Contains(type);
}
