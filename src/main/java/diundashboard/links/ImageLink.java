package diundashboard.links;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * A link to a page about an image on another site.
 *
 * @param rel what the page is: {@code release_notes}, {@code source} or {@code tags}
 * @param href an http or https address; users or the publisher of the image choose it
 * @param by where the address is from: {@code metadata}, {@code label} or {@code template}
 */
@JsonbPropertyOrder({"rel", "href", "by"})
public record ImageLink(String rel, String href, String by) {}
