namespace CleanApi.Domain.Common;

/// <summary>An entity that lists search in. Its table has a generated column <c>search_text</c> with a trigram index that begins with the tenant.</summary>
public interface ISearchable
{
    /// <summary>What a search looks in, in lower case; kept by the database, never written by the program.</summary>
    string SearchText { get; }
}
